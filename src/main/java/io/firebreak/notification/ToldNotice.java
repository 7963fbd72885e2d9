package io.firebreak.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A notice as it is kept.
 *
 * @param name of the person, as colleagues call them
 * @param language in which they are written to, a primary code
 * @param reachedAt when a means first got through; null: none has
 * @param failedAt when all means had failed for the first time; null: they have not
 * @param rounds how often all means have failed
 * @param endedAt from when on nothing more is sent; null: it is under way
 */
record ToldNotice(
        UUID id,
        Notice notice,
        String name,
        String language,
        ZoneId zone,
        Instant toldAt,
        Instant reachedAt,
        Instant failedAt,
        int rounds,
        Instant endedAt) {

    boolean isEnded() {
        return endedAt != null;
    }

    boolean isReached() {
        return reachedAt != null;
    }

    /** Whether somebody's answer to it is waited for. */
    boolean isQuestion() {
        return notice.ask() != null;
    }
}
