package io.firebreak.evidence;

import io.firebreak.rule.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A public post on its way into the evidence.
 *
 * @param id also of what stands for the post elsewhere
 * @param source the network or tool that it comes from
 * @param authorHandle null where the source tells none
 * @param authorName null where the source tells none
 * @param url where it was seen; null where there is no link
 * @param publishedAt as the source says it, in microseconds
 * @param media its pictures, films and sounds, in the order of the post
 */
public record Post(
        UUID id,
        String source,
        String text,
        String authorHandle,
        String authorName,
        String url,
        Instant publishedAt,
        List<MediaLink> media) {

    public Post {
        media = List.copyOf(media);
    }

    /** The same under another id. */
    Post as(UUID otherId) {
        return new Post(otherId, source, text, authorHandle, authorName, url, publishedAt, media);
    }

    /**
     * SHA-256 over source, handle, name, moment (ISO 8601 in UTC), link and text in this order, then of each picture, film
     * or sound its SHA-256, or where there is none its link without query and fragment; each after its length in bytes
     * and a colon. Nothing stands for what is missing. 64 hexadecimal digits.
     */
    public String sha256() {
        Stream<String> words = Stream.of(
                source,
                Objects.requireNonNullElse(authorHandle, ""),
                Objects.requireNonNullElse(authorName, ""),
                publishedAt.toString(),
                Objects.requireNonNullElse(url, ""),
                text);
        return Fingerprint.of(
                Stream.concat(words, media.stream().map(MediaLink::identity)).toList());
    }
}
