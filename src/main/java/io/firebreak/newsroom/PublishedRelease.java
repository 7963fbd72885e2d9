package io.firebreak.newsroom;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A release as it is kept.
 *
 * @param position its number among all releases of the newsroom, counted from 1 without a gap
 * @param takenDownAt when its words were replaced by those that say why they are gone; null as long as they stand
 * @param version its number among the releases of its statement, counted from 1 without a gap
 */
record PublishedRelease(
        long position,
        UUID statementId,
        String slug,
        int version,
        String language,
        String title,
        String body,
        String correctionNote,
        List<PublishedPicture> pictures,
        Instant releasedAt,
        Instant takenDownAt) {

    PublishedRelease {
        pictures = List.copyOf(pictures);
    }

    PublishedRelease with(List<PublishedPicture> pictures) {
        return new PublishedRelease(
                position,
                statementId,
                slug,
                version,
                language,
                title,
                body,
                correctionNote,
                pictures,
                releasedAt,
                takenDownAt);
    }

    /** Nothing of what it said is left. */
    PublishedRelease replacedBy(PublishedTakeDown takeDown) {
        return new PublishedRelease(
                position,
                statementId,
                slug,
                version,
                takeDown.language(),
                takeDown.title(),
                takeDown.explanation(),
                correctionNote == null ? null : takeDown.title(),
                List.of(),
                releasedAt,
                takeDown.takenDownAt());
    }
}
