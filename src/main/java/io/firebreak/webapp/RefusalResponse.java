package io.firebreak.webapp;

import io.firebreak.rule.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** What a form reads when something is not done: the sentence, as the engine's own answers carry it. */
final class RefusalResponse {

    private static final int UNPROCESSABLE = 422;

    private RefusalResponse() {}

    private record Sentence(@Translated String message) {}

    /** The answer of {@code work}, or why there is none. */
    static Response orSentence(Supplier<Response> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return Response.status(statusOf(refusal))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(new Sentence(refusal.getMessage()))
                    .build();
        }
    }

    private static int statusOf(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> UNPROCESSABLE;
            case NOT_ALLOWED -> Response.Status.FORBIDDEN.getStatusCode();
            case NOT_FOUND -> Response.Status.NOT_FOUND.getStatusCode();
            case CONFLICT -> Response.Status.CONFLICT.getStatusCode();
        };
    }
}
