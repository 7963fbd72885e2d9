package io.firebreak.webapp;

import io.firebreak.access.StandalonePage;
import io.firebreak.crisis.SeverityAdvice;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.evidence.FileContent;
import io.firebreak.evidence.KeptFile;
import io.firebreak.evidence.NewFile;
import io.firebreak.roster.coverage.Gaps;
import io.firebreak.statement.PictureFile;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The data of the forms, within the session of Tasklist: who is signed in there sees what they may see there. */
@Path("plugin/" + FirebreakTasklistPlugin.ID)
public class FirebreakTasklistResource extends AbstractTasklistPluginRootResource {

    @Context
    private ServletContext application;

    public FirebreakTasklistResource() {
        super(FirebreakTasklistPlugin.ID);
    }

    @Override
    protected List<String> getAllowedAssets() {
        return FormAssets.paths();
    }

    /** The case to which the task belongs. */
    @GET
    @Path("{engineName}/tasks/{taskId}/case")
    @Produces(MediaType.APPLICATION_JSON)
    public Object caseOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return briefings().forTask(taskId).orElseThrow(NotFoundException::new);
    }

    /** Everything that is on record of the case, for the tab beside the form. */
    @GET
    @Path("{engineName}/tasks/{taskId}/case-file")
    @Produces(MediaType.APPLICATION_JSON)
    public Object caseFileOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return bean(CaseFiles.class).forTask(taskId).orElseThrow(NotFoundException::new);
    }

    /** What the table Severity advises for the answers in the query, while somebody fills in the assessment. */
    @GET
    @Path("{engineName}/tasks/{taskId}/severity")
    @Produces(MediaType.APPLICATION_JSON)
    public Object severityOf(
            @PathParam("engineName") String engineName, @PathParam("taskId") String taskId, @Context UriInfo address) {
        bean(VisibleTasks.class).matterOf(taskId).orElseThrow(NotFoundException::new);
        return Map.of(
                "advised",
                bean(SeverityAdvice.class)
                        .of(AnsweredFacts.of(address.getQueryParameters()::getFirst))
                        .name());
    }

    /** A picture of a statement of the case, by its fingerprint. */
    @GET
    @Path("{engineName}/tasks/{taskId}/pictures/{sha256}")
    public Response pictureOf(
            @PathParam("engineName") String engineName,
            @PathParam("taskId") String taskId,
            @PathParam("sha256") String sha256) {
        PictureFile file = briefings().picture(taskId, sha256).orElseThrow(NotFoundException::new);
        return Response.ok(file.bytes(), file.picture().mediaType()).build();
    }

    /** The files that are kept with the case. */
    @GET
    @Path("{engineName}/tasks/{taskId}/files")
    @Produces(MediaType.APPLICATION_JSON)
    public Object filesOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return bean(FilesBriefings.class).forTask(taskId).orElseThrow(NotFoundException::new);
    }

    /** Keeps a file with the case: it is the whole body. */
    @POST
    @Path("{engineName}/tasks/{taskId}/files")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response keepFile(
            @PathParam("engineName") String engineName,
            @PathParam("taskId") String taskId,
            @QueryParam("name") String name,
            @QueryParam("shows") String shows,
            @QueryParam("about") String about,
            byte[] file) {
        return RefusalResponse.orSentence(() -> {
            KeptFile kept = bean(FilesBriefings.class)
                    .keep(taskId, NewFile.of(name, shows, about, file))
                    .orElseThrow(NotFoundException::new);
            return Response.ok(
                            Map.of("id", kept.item().id().toString(), "isNew", kept.isNew()),
                            MediaType.APPLICATION_JSON_TYPE)
                    .build();
        });
    }

    /** A file of the case, byte for byte. */
    @GET
    @Path("{engineName}/tasks/{taskId}/files/{id}")
    public Response fileOf(
            @PathParam("engineName") String engineName,
            @PathParam("taskId") String taskId,
            @PathParam("id") String id) {
        return RefusalResponse.orSentence(() -> {
            FileContent content = bean(FilesBriefings.class).content(taskId, id).orElseThrow(NotFoundException::new);
            Response.ResponseBuilder answer = Response.ok(content.bytes());
            content.headers().forEach(answer::header);
            return answer.build();
        });
    }

    /** The take-down that is under way in the case. */
    @GET
    @Path("{engineName}/tasks/{taskId}/take-down")
    @Produces(MediaType.APPLICATION_JSON)
    public Object takeDownOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return bean(TakeDownBriefings.class).forTask(taskId).orElseThrow(NotFoundException::new);
    }

    /** What was counted for the case, as the API shows it. */
    @GET
    @Path("{engineName}/tasks/{taskId}/reactions")
    @Produces(MediaType.APPLICATION_JSON)
    public Object reactionsOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return reviews().reactions(taskId).orElseThrow(NotFoundException::new);
    }

    /** What a review or a measure needs beside the case. */
    @GET
    @Path("{engineName}/tasks/{taskId}/review")
    @Produces(MediaType.APPLICATION_JSON)
    public Object reviewOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return reviews().review(taskId).orElseThrow(NotFoundException::new);
    }

    /** The impact report of the case, as a page to read and print. */
    @GET
    @Path("{engineName}/tasks/{taskId}/impact-report")
    public Response impactReportOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        StandalonePage page = reviews().impactReport(taskId).orElseThrow(NotFoundException::new);
        return Response.ok(page.html(), StandalonePage.CONTENT_TYPE)
                .header("Content-Security-Policy", page.policy())
                .header("Vary", "Accept-Language")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    record GapList(@Translated List<String> gaps) {}

    /** The gaps in chains of command that the task is about, each in sentences. */
    @GET
    @Path("{engineName}/tasks/{taskId}/gaps")
    @Produces(MediaType.APPLICATION_JSON)
    public Object gapsOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return bean(VisibleTasks.class)
                .gapsOf(taskId)
                .map(askedAs -> new GapList(bean(Gaps.class).sentences(askedAs)))
                .orElseThrow(NotFoundException::new);
    }

    private ReviewBriefings reviews() {
        return bean(ReviewBriefings.class);
    }

    /** What is known of the author, and the replies so far. */
    @GET
    @Path("{engineName}/tasks/{taskId}/replies")
    @Produces(MediaType.APPLICATION_JSON)
    public Object repliesOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return bean(ReplyBriefings.class).forTask(taskId).orElseThrow(NotFoundException::new);
    }

    /** The fact sheet of the case, and how the text of the task stands to it. */
    @GET
    @Path("{engineName}/tasks/{taskId}/facts")
    @Produces(MediaType.APPLICATION_JSON)
    public Object factsOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return bean(FactBriefings.class).forTask(taskId).orElseThrow(NotFoundException::new);
    }

    /** Who can lead a case, and the areas of the house. */
    @GET
    @Path("{engineName}/tasks/{taskId}/house")
    @Produces(MediaType.APPLICATION_JSON)
    public Object houseOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return bean(HouseBriefings.class).forTask(taskId).orElseThrow(NotFoundException::new);
    }

    /** The templates that fit the case. */
    @GET
    @Path("{engineName}/tasks/{taskId}/templates")
    @Produces(MediaType.APPLICATION_JSON)
    public Object templatesOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return bean(TemplateBriefings.class).forTask(taskId).orElseThrow(NotFoundException::new);
    }

    /** What the house rules say to the text that stands in the form; nothing is kept. */
    @POST
    @Path("{engineName}/tasks/{taskId}/wording")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response wordingOf(
            @PathParam("engineName") String engineName, @PathParam("taskId") String taskId, Map<String, Object> typed) {
        return RefusalResponse.orSentence(() -> Response.ok(bean(WordingBriefings.class)
                        .check(taskId, typed == null ? Map.of() : typed)
                        .orElseThrow(NotFoundException::new))
                .build());
    }

    /** How the text that stands in the form would look on each channel; nothing is kept. */
    @POST
    @Path("{engineName}/tasks/{taskId}/forms")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response liveFormsOf(
            @PathParam("engineName") String engineName, @PathParam("taskId") String taskId, Map<String, Object> typed) {
        return RefusalResponse.orSentence(() -> Response.ok(bean(FormBriefings.class)
                        .live(taskId, typed == null ? Map.of() : typed)
                        .orElseThrow(NotFoundException::new))
                .build());
    }

    /** How the text that waits for approval looks on each channel: what is approved with it. */
    @GET
    @Path("{engineName}/tasks/{taskId}/forms")
    @Produces(MediaType.APPLICATION_JSON)
    public Object formsOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return bean(FormBriefings.class).kept(taskId).orElseThrow(NotFoundException::new);
    }

    /** What was seen of the author in the kept mentions. */
    @GET
    @Path("{engineName}/tasks/{taskId}/author")
    @Produces(MediaType.APPLICATION_JSON)
    public Object authorOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return bean(ReplyBriefings.class).authorForTask(taskId).orElseThrow(NotFoundException::new);
    }

    private CaseBriefings briefings() {
        return bean(CaseBriefings.class);
    }

    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(application)
                .getBean(type);
    }
}
