package io.firebreak.evidence;

import io.firebreak.rule.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A public post on its way into the evidence.
 *
 * @param id also of what stands for the post elsewhere
 * @param source the network or tool that it comes from
 * @param authorHandle null where the source tells none
 * @param authorName null where the source tells none
 * @param url where it was seen; null where there is no link
 * @param publishedAt as the source says it, in microseconds
 */
public record Post(
        UUID id, String source, String text, String authorHandle, String authorName, String url, Instant publishedAt) {

    /** The same under another id. */
    Post as(UUID otherId) {
        return new Post(otherId, source, text, authorHandle, authorName, url, publishedAt);
    }

    /**
     * SHA-256 over source, handle, name, moment (ISO 8601 in UTC), link and text in this order, each after its length in
     * bytes and a colon; nothing stands for what is missing. 64 hexadecimal digits.
     */
    public String sha256() {
        return Fingerprint.of(List.of(
                source,
                Objects.requireNonNullElse(authorHandle, ""),
                Objects.requireNonNullElse(authorName, ""),
                publishedAt.toString(),
                Objects.requireNonNullElse(url, ""),
                text));
    }
}
