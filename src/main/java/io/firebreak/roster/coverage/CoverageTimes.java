package io.firebreak.roster.coverage;

import io.firebreak.language.ShownWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** How stretches of time are told on the page of coverage: on the clocks of the house, in the language of whoever reads it. */
public final class CoverageTimes {

    private final ShownWords words;
    private final ZoneId zone;

    CoverageTimes(ShownWords words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** Begin and end; the day of the end only where it is another. */
    public String span(Instant from, Instant to) {
        LocalDate first = LocalDate.ofInstant(from, zone);
        LocalDate last = LocalDate.ofInstant(to, zone);
        boolean untilMidnight = last.equals(first.plusDays(1)) && to.equals(beginOf(last));
        if (untilMidnight) {
            return words.moment(from) + " – 24:00";
        }
        return words.moment(from) + " – " + (first.equals(last) ? words.time(to) : words.moment(to));
    }

    /** The part of a stretch that falls on a day: {@code all day}, or {@code 02:00–10:00}. */
    String part(Stretch stretch, LocalDate day) {
        boolean fromMidnight = !stretch.from().isAfter(beginOf(day));
        boolean toMidnight = !stretch.to().isBefore(beginOf(day.plusDays(1)));
        if (fromMidnight && toMidnight) {
            return words.say("all day");
        }
        String from = fromMidnight ? LocalTime.MIDNIGHT.toString() : words.time(stretch.from());
        return from + "–" + (toMidnight ? "24:00" : words.time(stretch.to()));
    }

    boolean falls(Stretch stretch, LocalDate day) {
        return stretch.from().isBefore(beginOf(day.plusDays(1))) && stretch.to().isAfter(beginOf(day));
    }

    private Instant beginOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
