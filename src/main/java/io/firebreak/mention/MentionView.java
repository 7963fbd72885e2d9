package io.firebreak.mention;

import io.firebreak.evidence.EvidenceItem;
import io.firebreak.evidence.MediaLink;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A mention as the API shows it. */
record MentionView(
        UUID id,
        String source,
        String externalId,
        String brand,
        AuthorView author,
        String language,
        Instant publishedAt,
        Instant receivedAt,
        String url,
        @Schema(description = "Its pictures, films and sounds; nothing of them is fetched") List<MediaLink> media,
        @Schema(description = "The external id of the thread's root") String threadId,
        @Schema(description = "Missing where the law took it away") String text,
        int hostileWords,
        @Schema(description = "Missing while it is unassigned") String caseReference,
        @Schema(description = "What put it to its case") JoinedBy joinedBy,
        Instant joinedAt) {

    record AuthorView(String handle, String name, Long reach, LocalDate since) {}

    static MentionView of(Mention mention, EvidenceItem words) {
        return new MentionView(
                mention.id(),
                mention.source(),
                mention.externalId(),
                mention.brand(),
                new AuthorView(words.authorHandle(), words.authorName(), mention.authorReach(), mention.authorSince()),
                mention.language(),
                mention.publishedAt(),
                mention.receivedAt(),
                words.url(),
                words.media(),
                mention.thread(),
                words.text(),
                mention.hostileWords(),
                mention.caseReference() == null ? null : mention.caseReference().toString(),
                mention.joinedBy(),
                mention.joinedAt());
    }
}
