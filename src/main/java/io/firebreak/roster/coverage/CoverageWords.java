package io.firebreak.roster.coverage;

import io.firebreak.access.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How coverage is told to people: on the clocks of the house. */
public final class CoverageWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ZoneId zone;

    CoverageWords(ZoneId zone) {
        this.zone = zone;
    }

    /** One sentence, as in {@code Saturday 28 November 02:00 to 10:00, S1 Spokesperson: one person, ana}. */
    public String sentence(ChainCoverage line, Stretch stretch) {
        return "%s, %s: %s".formatted(time(stretch.from(), stretch.to()), title(line), stretch.reason());
    }

    String sentence(Gap gap) {
        String more = gap.more() == 0 ? "" : " and %d more times".formatted(gap.more());
        return "%s%s, %s %s: %s"
                .formatted(time(gap.from(), gap.to()), more, gap.severities(), role(gap.role()), gap.reason());
    }

    /**
     * Of gaps with the same cause.
     *
     * @param gaps at least one
     */
    String sentence(List<Gap> gaps) {
        String first = sentence(gaps.get(0));
        return gaps.size() == 1
                ? first
                : "%d gaps while the same people are away. The first: %s".formatted(gaps.size(), first);
    }

    /** As in {@code S1, S2 Spokesperson}. */
    public String title(ChainCoverage line) {
        return line.severitiesInWords() + " " + role(line.role());
    }

    /** As people call it. */
    public String role(String groupId) {
        return Role.ofGroup(groupId).map(Role::title).orElse(groupId);
    }

    /** Begin and end; the day of the end only where it is another. */
    public String time(Instant from, Instant to) {
        LocalDate first = LocalDate.ofInstant(from, zone);
        LocalDate last = LocalDate.ofInstant(to, zone);
        boolean untilMidnight = last.equals(first.plusDays(1)) && to.equals(beginOf(last));
        String end = first.equals(last) ? TIME.format(to.atZone(zone)) : untilMidnight ? "24:00" : moment(to);
        return moment(from) + " to " + end;
    }

    public String moment(Instant at) {
        return LONG_DAY.format(at.atZone(zone)) + " " + TIME.format(at.atZone(zone));
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String zone() {
        return zone.getId();
    }

    /** The part of a stretch that falls on a day: {@code all day}, or {@code 02:00–10:00}. */
    String part(Stretch stretch, LocalDate day) {
        boolean fromMidnight = !stretch.from().isAfter(beginOf(day));
        boolean toMidnight = !stretch.to().isBefore(beginOf(day.plusDays(1)));
        if (fromMidnight && toMidnight) {
            return "all day";
        }
        LocalTime from = fromMidnight ? LocalTime.MIDNIGHT : LocalTime.ofInstant(stretch.from(), zone);
        String to = toMidnight ? "24:00" : TIME.format(stretch.to().atZone(zone));
        return TIME.format(from) + "–" + to;
    }

    boolean falls(Stretch stretch, LocalDate day) {
        return stretch.from().isBefore(beginOf(day.plusDays(1))) && stretch.to().isAfter(beginOf(day));
    }

    private Instant beginOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
