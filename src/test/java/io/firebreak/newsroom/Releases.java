package io.firebreak.newsroom;

import java.time.Instant;
import java.util.UUID;

/** Releases for tests. */
final class Releases {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Releases() {}

    static NewsroomRelease first(String language, String title, String body) {
        return new NewsroomRelease(UUID.randomUUID(), UUID.randomUUID(), language, title, body, null, NOON);
    }

    static NewsroomRelease first(String title) {
        return first("en", title, "What we know.\n\nWhat we do next.");
    }

    static NewsroomRelease correctionOf(NewsroomRelease release, String body, String note) {
        return new NewsroomRelease(
                release.statementId(),
                UUID.randomUUID(),
                release.language(),
                release.title(),
                body,
                note,
                release.releasedAt().plusSeconds(3_600));
    }
}
