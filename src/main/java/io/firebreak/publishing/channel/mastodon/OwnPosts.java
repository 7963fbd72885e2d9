package io.firebreak.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.http.FailedCall;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;

/** Looks through what the account has posted since a delivery was queued. */
class OwnPosts {

    /** Up to 200 posts; nobody posts more between two looks. */
    private static final int MOST_PAGES = 5;

    /** How much the server's clock may be behind ours. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

    private final MastodonServer server;

    OwnPosts(MastodonServer server) {
        this.server = server;
    }

    /**
     * The oldest post with the delivery's text that is not older than the delivery, and hangs below the part before it.
     */
    Probe find(Delivery delivery) throws FailedCall {
        String account = server.account().path("id").asText();
        RemotePost found = null;
        Set<String> seen = new HashSet<>();
        String before = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode posts = server.statuses(account, before);
            boolean isEnd = true;
            for (JsonNode status : posts) {
                if (isOlder(status, delivery)) {
                    isEnd = true;
                    break;
                }
                // a server that does not know how to page gives the same page again
                isEnd = !seen.add(status.path("id").asText());
                before = status.path("id").asText();
                found = isThisOne(status, delivery) ? post(status) : found;
            }
            if (isEnd) {
                return found == null ? new Probe.Absent() : new Probe.Found(found);
            }
        }
        return found == null ? tooMany(delivery, seen.size()) : new Probe.Found(found);
    }

    /** Null when it has no id. */
    static RemotePost post(JsonNode status) {
        String id = status.path("id").asText("");
        String url = status.path("url").asText(status.path("uri").asText(null));
        return id.isEmpty() ? null : new RemotePost(id, url);
    }

    private static boolean isOlder(JsonNode status, Delivery delivery) {
        try {
            Instant created =
                    OffsetDateTime.parse(status.path("created_at").asText()).toInstant();
            return created.isBefore(delivery.createdAt().minus(CLOCK_DIFFERENCE));
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static boolean isThisOne(JsonNode status, Delivery delivery) {
        RemotePost previous = delivery.previous();
        return (previous == null
                        || previous.id().equals(status.path("in_reply_to_id").asText()))
                && isText(status, delivery.part().text());
    }

    /** Some servers also tell what was sent to them, before they read markup into it. */
    private static boolean isText(JsonNode status, String text) {
        return MastodonText.isSame(status.path("content").asText(), text)
                || text.equals(status.path("text").asText());
    }

    private Probe tooMany(Delivery delivery, int count) {
        return new Probe.AskPerson(
                "This account has posted more than %d times since. Look at its profile on %s whether there is a post that begins with “%s”, from %s or later."
                        .formatted(
                                count,
                                server.host(),
                                delivery.part().text().lines().findFirst().orElse(""),
                                delivery.createdAt()));
    }
}
