package io.firebreak.reaction;

import java.time.Duration;
import java.time.Instant;

/**
 * From a moment to a later one.
 *
 * @param to not included
 */
public record TimeSpan(Instant from, Instant to) {

    private static final double MILLISECONDS_OF_AN_HOUR = Duration.ofHours(1).toMillis();

    public boolean overlaps(TimeSpan other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    double hours() {
        return Duration.between(from, to).toMillis() / MILLISECONDS_OF_AN_HOUR;
    }

    /** How many hours both have in common; 0 when they do not meet. */
    double hoursWithin(TimeSpan other) {
        if (!overlaps(other)) {
            return 0;
        }
        return new TimeSpan(later(from, other.from), to.isBefore(other.to) ? to : other.to).hours();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
