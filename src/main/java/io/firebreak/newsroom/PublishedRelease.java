package io.firebreak.newsroom;

import java.time.Instant;
import java.util.UUID;

/** A release as it stands in the archive: with its place, its number and the name of its page. */
record PublishedRelease(
        UUID statementId,
        String slug,
        int version,
        UUID versionId,
        String language,
        String title,
        String body,
        String correctionNote,
        Instant releasedAt) {

    static PublishedRelease of(NewsroomRelease release, String slug, int version) {
        return new PublishedRelease(
                release.statementId(),
                slug,
                version,
                release.versionId(),
                release.language(),
                release.title(),
                release.body(),
                release.correctionNote(),
                release.releasedAt());
    }
}
