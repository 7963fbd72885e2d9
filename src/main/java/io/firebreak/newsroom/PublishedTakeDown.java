package io.firebreak.newsroom;

import java.time.Instant;
import java.util.UUID;

/**
 * A take-down as it is kept.
 *
 * @param position its number among all releases and take-downs of the newsroom
 * @param channel null when what stood in the newsroom was taken down
 */
record PublishedTakeDown(
        long position,
        UUID statementId,
        String channel,
        String language,
        String title,
        String explanation,
        Instant takenDownAt) {

    boolean isInNewsroom() {
        return channel == null;
    }
}
