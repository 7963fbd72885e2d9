package io.firebreak.webapp;

import io.firebreak.access.StandalonePage;
import io.firebreak.crisis.SeverityAdvice;
import io.firebreak.statement.PictureFile;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The data of the forms, within the session of Tasklist: who is signed in there sees what they may see there. */
@Path("plugin/" + FirebreakTasklistPlugin.ID)
public class FirebreakTasklistResource extends AbstractTasklistPluginRootResource {

    private static final List<String> ASSETS = Stream.of(
                    "plugin.js",
                    "plugin.css",
                    "approval.js",
                    "case.js",
                    "difference.js",
                    "dom.js",
                    "fields.js",
                    "language.js",
                    "pictures.js",
                    "publications.js",
                    "severity.js",
                    "reactions.js",
                    "review.js",
                    "response.js",
                    "replies.js",
                    "statement.js",
                    "task.js",
                    "time.js")
            .map("app/"::concat)
            .toList();

    @Context
    private ServletContext application;

    public FirebreakTasklistResource() {
        super(FirebreakTasklistPlugin.ID);
    }

    /** The script, its parts and the style, all in {@code plugin-webapp/firebreak/app}. */
    @Override
    protected List<String> getAllowedAssets() {
        return ASSETS;
    }

    /** The case to which the task belongs. */
    @GET
    @Path("{engineName}/tasks/{taskId}/case")
    @Produces(MediaType.APPLICATION_JSON)
    public Object caseOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return briefings().forTask(taskId).orElseThrow(NotFoundException::new);
    }

    /** What the table Severity advises for the answers in the query, while somebody fills in the assessment. */
    @GET
    @Path("{engineName}/tasks/{taskId}/severity")
    @Produces(MediaType.APPLICATION_JSON)
    public Object severityOf(
            @PathParam("engineName") String engineName, @PathParam("taskId") String taskId, @Context UriInfo address) {
        briefings().forTask(taskId).orElseThrow(NotFoundException::new);
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
                .header("X-Content-Type-Options", "nosniff")
                .build();
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

    private CaseBriefings briefings() {
        return bean(CaseBriefings.class);
    }

    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(application)
                .getBean(type);
    }
}
