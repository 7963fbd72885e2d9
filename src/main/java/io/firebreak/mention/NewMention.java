package io.firebreak.mention;

import io.firebreak.evidence.MediaLink;
import io.firebreak.evidence.Post;
import io.firebreak.rule.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mention as a source delivers it, checked.
 *
 * @param id Firebreak's own
 * @param externalId the source's own
 * @param media its pictures, films and sounds, as far as the source tells of them
 * @param thread the external id of the thread's root; of the mention itself where it answers nobody
 * @param language a BCP 47 tag; null where the source tells none
 * @param publishedAt as the source says it
 * @param url null where there is no link
 */
record NewMention(
        UUID id,
        String source,
        String externalId,
        String brand,
        Author author,
        String language,
        Instant publishedAt,
        String url,
        String thread,
        String text,
        List<MediaLink> media) {

    /** What makes a mention the same as one that came before. */
    String identity() {
        return Fingerprint.of(List.of(source, externalId));
    }

    /** What makes a thread the same as another mention's. */
    String threadIdentity() {
        return Fingerprint.of(List.of(brand, source, thread));
    }

    Post post() {
        return new Post(id, source, text, author.handle(), author.name(), url, publishedAt, media);
    }
}
