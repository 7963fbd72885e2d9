package io.firebreak.roster;

import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * How people write when something begins and ends: with an offset, or as a time on the clocks of a zone, or as a day
 * alone, which then belongs to it as a whole.
 *
 * @param prefix of the names under which both are handed in, such as {@code first.}; else empty
 * @param zone whose clocks count where no offset is given
 */
record StretchRule(String prefix, ZoneId zone) {

    /** Longer than anybody is away or on call by one entry. */
    static final Duration MAXIMUM = Duration.ofDays(366);

    private static final String LOCAL = "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+)?";

    /**
     * A stretch that is not over.
     *
     * @throws Refusal when it is missing, unreadable, over, too long, too far ahead, or ends before it begins
     */
    Span requireNotOver(String from, String to, Instant now) {
        Span stretch = require(from, to, MAXIMUM);
        if (!stretch.to().isAfter(now)) {
            throw Refusal.invalid(prefix + "to", "This is over already; please give an end that is still to come.");
        }
        if (stretch.from().isAfter(now.plus(MAXIMUM))) {
            throw Refusal.invalid(prefix + "from", "This is more than a year ahead; please enter it later.");
        }
        return stretch;
    }

    /**
     * @throws Refusal when it is missing, unreadable, longer than the maximum, or ends before it begins
     */
    Span require(String from, String to, Duration maximum) {
        Problems problems = new Problems();
        Instant begin = problems.collect(() -> moment("from", from, 0));
        Instant end = problems.collect(() -> moment("to", to, 1));
        problems.refuseIfAny();
        if (!end.isAfter(begin)) {
            throw Refusal.invalid(prefix + "to", "The end must come after the beginning.");
        }
        if (Duration.between(begin, end).compareTo(maximum) > 0) {
            throw Refusal.invalid(
                    prefix + "to", "This is too long; at most %d days are taken at once.".formatted(maximum.toDays()));
        }
        return new Span(begin, end);
    }

    private Instant moment(String field, String text, int daysToTheEnd) {
        String written = text == null ? "" : text.strip();
        try {
            if (!written.matches(LOCAL)) {
                return OffsetDateTime.parse(written).toInstant();
            }
            LocalDateTime onTheWall = written.contains("T")
                    ? LocalDateTime.parse(written)
                    : LocalDate.parse(written).plusDays(daysToTheEnd).atStartOfDay();
            return WallClock.at(onTheWall, zone);
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid(
                    prefix + field,
                    "The %s is missing or no time; please write it like 2026-12-24T09:00 (on the clocks of %s), 2026-12-24T09:00+01:00 or 2026-12-24."
                            .formatted(field.equals("from") ? "beginning" : "end", zone.getId()));
        }
    }
}
