package io.firebreak.webapp;

import io.firebreak.review.ImpactReportPage;
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
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The data of the forms, within the session of Tasklist: who is signed in there sees what they may see there. */
@Path("plugin/" + FirebreakTasklistPlugin.ID)
public class FirebreakTasklistResource extends AbstractTasklistPluginRootResource {

    private static final List<String> ASSETS = Stream.of(
                    "plugin.js",
                    "plugin.css",
                    "case.js",
                    "difference.js",
                    "dom.js",
                    "fields.js",
                    "language.js",
                    "pictures.js",
                    "publications.js",
                    "reactions.js",
                    "response.js",
                    "review.js",
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
        ImpactReportPage.Rendered page = reviews().impactReport(taskId).orElseThrow(NotFoundException::new);
        return Response.ok(page.html(), ImpactReportPage.CONTENT_TYPE)
                .header("Content-Security-Policy", page.policy())
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private ReviewBriefings reviews() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(application)
                .getBean(ReviewBriefings.class);
    }

    private CaseBriefings briefings() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(application)
                .getBean(CaseBriefings.class);
    }
}
