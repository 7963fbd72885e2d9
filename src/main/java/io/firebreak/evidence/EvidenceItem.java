package io.firebreak.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A piece of evidence as it lies there now.
 *
 * @param caseReference the case to which it is filed; null while it belongs to none
 * @param text null when the law took it away, as are handle, name and link
 * @param sha256 of what was kept, also after a redaction; see {@link Post#sha256()}
 * @param keptBy who took it in
 * @param redactedBy null when it is as it was
 * @param redactionReason null when it is as it was
 */
public record EvidenceItem(
        UUID id,
        String caseReference,
        Kind kind,
        String source,
        String text,
        String authorHandle,
        String authorName,
        String url,
        Instant publishedAt,
        String sha256,
        String keptBy,
        Instant keptAt,
        String redactedBy,
        Instant redactedAt,
        String redactionReason) {

    /** What was kept. */
    public enum Kind {
        /** A public post. */
        POST
    }

    public boolean isRedacted() {
        return redactedAt != null;
    }
}
