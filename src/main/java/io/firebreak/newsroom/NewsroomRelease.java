package io.firebreak.newsroom;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A text that goes to the public.
 *
 * @param statementId which statement it is; all its versions share one address
 * @param versionId which text it is; the same one is never released twice
 * @param language BCP 47 tag of title and body
 * @param title one line of plain text
 * @param body plain text; a blank line begins a paragraph
 * @param correctionNote what this text corrects, in its language; null for the first release of a statement
 * @param pictures shown below the text, in their order
 * @param releasedAt the moment that the public reads beside it
 */
public record NewsroomRelease(
        UUID statementId,
        UUID versionId,
        String language,
        String title,
        String body,
        String correctionNote,
        List<NewsroomPicture> pictures,
        Instant releasedAt) {

    public NewsroomRelease {
        pictures = List.copyOf(pictures);
    }

    /** A release without pictures. */
    public NewsroomRelease(
            UUID statementId,
            UUID versionId,
            String language,
            String title,
            String body,
            String correctionNote,
            Instant releasedAt) {
        this(statementId, versionId, language, title, body, correctionNote, List.of(), releasedAt);
    }
}
