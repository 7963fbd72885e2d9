package io.firebreak.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Picture;
import io.firebreak.publishing.channel.http.FailedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings the pictures of a part to the server, before the part: a post with a picture that is not ready is refused. */
class PictureUpload {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final MastodonServer server;

    PictureUpload(MastodonServer server) {
        this.server = server;
    }

    /**
     * Uploads anew on every attempt: a server forgets pictures that nobody attaches.
     *
     * @return their ids, in their order
     */
    List<String> upload(Delivery delivery) throws FailedCall {
        List<String> ids = new ArrayList<>();
        for (Picture picture : delivery.pictures()) {
            String name = delivery.key() + "-" + (ids.size() + 1);
            JsonNode media = server.upload(picture, name);
            String id = media.path("id").asText("");
            if (id.isEmpty()) {
                throw notYet("%s took a picture and gave it no id.".formatted(server.host()));
            }
            if (media.path("url").isNull()) {
                awaitReady(id);
            }
            ids.add(id);
        }
        return ids;
    }

    /** While a picture is prepared, the server answers 206, and its address is missing. */
    private void awaitReady(String id) throws FailedCall {
        long end = System.nanoTime() + server.timeout().toNanos();
        while (!server.isReady(id)) {
            if (System.nanoTime() >= end) {
                throw notYet("%s has not prepared a picture in %d seconds."
                        .formatted(server.host(), server.timeout().toSeconds()));
            }
            pause();
        }
    }

    private static void pause() throws FailedCall {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw notYet("Firebreak was ended while a picture was prepared.");
        }
    }

    private static FailedCall notYet(String sentence) {
        return new FailedCall(new Outcome.NotSent(sentence), 0);
    }
}
