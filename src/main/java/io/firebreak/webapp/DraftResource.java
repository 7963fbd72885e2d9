package io.firebreak.webapp;

import io.firebreak.draft.Draft;
import io.firebreak.draft.Drafts;
import io.firebreak.engine.Caller;
import io.firebreak.rule.Refusal;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What people type into the forms, kept while they do, within the session of Tasklist. The kinds are {@code tasks}, by the
 * task's id, and {@code processes}, by the process's.
 */
@Path("plugin/" + FirebreakTasklistPlugin.ID + "/{engineName}/{kind: tasks|processes}/{id}/draft")
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {

    private static final String TASKS = "tasks";

    @Context
    private ServletContext application;

    @PathParam("kind")
    private String kind;

    @PathParam("id")
    private String id;

    /**
     * A draft, as a form takes it.
     *
     * @param version 0 when nobody typed
     * @param own what the reader typed before somebody else did; null where that is nothing or is the newest itself
     */
    private record Shown(
            long version, String person, @ByName String personName, String savedAt, String typed, Shown own) {

        private static final Shown NONE = new Shown(0, null, null, null, null, null);

        static Shown of(List<Draft> drafts, String reader) {
            Shown own = drafts.stream()
                    .skip(1)
                    .filter(draft -> draft.person().equals(reader))
                    .findFirst()
                    .map(draft -> of(draft, null))
                    .orElse(null);
            return drafts.stream().findFirst().map(draft -> of(draft, own)).orElse(NONE);
        }

        static Shown of(Draft draft, Shown own) {
            return new Shown(
                    draft.version(),
                    draft.person(),
                    draft.person(),
                    draft.savedAt().toString(),
                    draft.typed(),
                    own);
        }
    }

    private record Kept(long version, String savedAt) {}

    /**
     * What a form hands in.
     *
     * @param version the one from which it went on
     * @param person who typed; somebody else may have signed in meanwhile in another tab
     * @param typed a JSON object
     */
    public record Typed(long version, String person, String typed) {}

    /** The newest draft; one of version 0 when there is none. */
    @GET
    public Response newest() {
        return answered(() -> {
            List<Draft> found = isOfTask()
                    ? drafts().ofTask(id)
                    : drafts().ofStart(id).stream().toList();
            return Shown.of(found, bean(Caller.class).person().id());
        });
    }

    /** Keeps what was typed. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response keep(Typed handedIn) {
        return answered(() -> {
            Typed typed = Optional.ofNullable(handedIn)
                    .orElseThrow(() -> Refusal.invalid("typed", "What was typed is missing."));
            requireTypist(typed.person());
            Draft kept = isOfTask()
                    ? drafts().keepForTask(id, typed.version(), typed.typed())
                    : drafts().keepForStart(id, typed.version(), typed.typed());
            return new Kept(kept.version(), kept.savedAt().toString());
        });
    }

    /** Words that one person typed must not be kept as another's. */
    private void requireTypist(String person) {
        String signedIn = bean(Caller.class).person().id();
        if (!signedIn.equals(person)) {
            throw Refusal.notAllowed(
                    "You are signed in as %s now, and this was typed by somebody else.".formatted(signedIn));
        }
    }

    private boolean isOfTask() {
        return kind.equals(TASKS);
    }

    private static Response answered(Supplier<Object> work) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return RefusalResponse.orSentence(
                () -> Response.ok(work.get()).cacheControl(never).build());
    }

    private Drafts drafts() {
        return bean(Drafts.class);
    }

    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(application)
                .getBean(type);
    }
}
