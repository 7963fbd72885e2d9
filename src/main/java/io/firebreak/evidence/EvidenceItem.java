package io.firebreak.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A piece of evidence as it lies there now.
 *
 * @param caseReference the case to which it is filed; null while it belongs to none
 * @param about the post that a file shows, or of which this is a later state; null for none
 * @param text of a post; of a file what it shows, in the words of who handed it in; null when the law took it away, as are
 *     handle, name and link
 * @param media the pictures, films and sounds of a post, as links; empty of a file, and when the law took them away
 * @param publishedAt as the source says it; of a post of ours when it was seen so; null of a file
 * @param sha256 of what was kept, also after a redaction: of a file over its bytes, else see {@link Post#sha256()}
 * @param file null of a post
 * @param keptBy who took it in
 * @param redactedBy null when it is as it was
 * @param redactionReason null when it is as it was
 */
public record EvidenceItem(
        UUID id,
        String caseReference,
        Kind kind,
        String source,
        UUID about,
        String text,
        String authorHandle,
        String authorName,
        String url,
        List<MediaLink> media,
        Instant publishedAt,
        String sha256,
        FileFacts file,
        String keptBy,
        Instant keptAt,
        String redactedBy,
        Instant redactedAt,
        String redactionReason) {

    /** What was kept. */
    public enum Kind {
        /** A public post of somebody else. */
        POST,
        /** A file that somebody handed in. */
        FILE,
        /** What readers saw in place of a post of ours. */
        OWN_POST
    }

    public boolean isRedacted() {
        return redactedAt != null;
    }
}
