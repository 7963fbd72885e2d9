package io.firebreak.database;

import java.time.Duration;
import java.time.Instant;

/** Says when it is time again. For one thread. */
public final class Interval {

    private final Duration length;
    private Instant last = Instant.EPOCH;

    public Interval(Duration length) {
        this.length = length;
    }

    /** Whether that long has passed since it last said so; a clock that was set back does not make it wait for ever. */
    public boolean isOver(Instant now) {
        boolean recent = last.plus(length).isAfter(now) && !last.isAfter(now);
        if (!recent) {
            last = now;
        }
        return !recent;
    }
}
