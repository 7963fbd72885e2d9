package io.firebreak.publishing;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** How long is waited before the next attempt: longer each time, and never the same for all that failed together. */
@Component
class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * @param attempt which one has failed, counted from 1
     * @param asked how long the server asked to wait; null when it did not. Never shorter than that.
     */
    Duration pause(int attempt, Duration asked) {
        long ceiling = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(Math.max(attempt, 1) - 1, 12));
        long half = ceiling / 2;
        Duration pause = Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
        return asked == null
                ? pause
                : asked.plusMillis(ThreadLocalRandom.current().nextLong(1_000));
    }
}
