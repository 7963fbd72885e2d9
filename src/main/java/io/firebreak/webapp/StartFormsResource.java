package io.firebreak.webapp;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The data of the forms that start something, within the session of Tasklist. */
@Path("plugin/" + FirebreakTasklistPlugin.ID + "/{engineName}/start")
public class StartFormsResource {

    @Context
    private ServletContext application;

    /** What would be done with posts that somebody brings along; nothing is kept of them. */
    @POST
    @Path("mentions/check")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response check(Map<String, Object> typed) {
        return answer(briefings -> briefings.check(typed == null ? Map.of() : typed));
    }

    /** The open cases that may be what somebody is about to report. */
    @GET
    @Path("like-cases")
    public Response likeCases(@QueryParam("title") String title, @QueryParam("link") String link) {
        return answer(briefings -> briefings.likeCases(title, link));
    }

    /** Those who work on cases. */
    @GET
    @Path("people")
    public Response people() {
        return answer(StartBriefings::colleagues);
    }

    private Response answer(Function<StartBriefings, Object> question) {
        return RefusalResponse.orSentence(
                () -> Response.ok(question.apply(briefings()), MediaType.APPLICATION_JSON_TYPE)
                        .build());
    }

    private StartBriefings briefings() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(application)
                .getBean(StartBriefings.class);
    }
}
