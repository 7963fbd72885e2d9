package io.firebreak.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A stretch of time.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Span(Instant from, Instant to) {

    /** Some hours of a day; those that end before they begin go on into the next. */
    static Span of(CrisisPlan.Hours hours, LocalDate day, ZoneId zone) {
        boolean intoNextDay = !hours.to().isAfter(hours.from());
        LocalDate lastDay = intoNextDay ? day.plusDays(1) : day;
        return new Span(WallClock.at(day.atTime(hours.from()), zone), WallClock.at(lastDay.atTime(hours.to()), zone));
    }

    /** From midnight to midnight. */
    static Span of(LocalDate day, ZoneId zone) {
        return of(new CrisisPlan.Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT), day, zone);
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    boolean holds(Span other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /** For a person to read. */
    String write(ZoneId zone) {
        return "from " + WallClock.write(from, zone) + " to " + WallClock.write(to, zone);
    }
}
