package io.firebreak.roster.coverage;

import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import io.firebreak.roster.Presence;
import io.firebreak.roster.Resolver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The moments at which it may change who can be asked. Between two of them nothing changes, so that a chain need not be
 * tried there: two weeks have 1,344 quarters of an hour, and most are like the one before.
 */
final class ChangePoints {

    /** A chain of more levels is tried at each quarter: there would be too many ways through it. */
    private static final int MOST_LEVELS = 8;

    private final TreeSet<Instant> moments = new TreeSet<>();

    /**
     * @param from inclusive
     * @param to exclusive
     */
    ChangePoints(CrisisPlan plan, Presence presence, Resolver resolver, Instant from, Instant to) {
        presence.absences().forEach(absence -> add(absence.from(), absence.to()));
        presence.changes().forEach(change -> add(change.from(), change.to()));
        for (String rotation : resolver.rotations()) {
            resolver.shifts(rotation, from, to).forEach(shift -> add(shift.from(), shift.to()));
        }
        plan.calendars().values().forEach(calendar -> addHours(calendar, from, to));
    }

    private void add(Instant... changes) {
        moments.addAll(List.of(changes));
    }

    /** Begin and end of all hours on all days, whether anybody works then or not. */
    private void addHours(WorkingCalendar calendar, Instant from, Instant to) {
        ZoneId zone = calendar.zone();
        Set<LocalTime> times = new TreeSet<>();
        calendar.hours().values().stream().flatMap(List::stream).forEach(hours -> addTimes(times, hours));
        LocalDate last = LocalDate.ofInstant(to, zone).plusDays(1);
        LocalDate.ofInstant(from, zone)
                .minusDays(1)
                .datesUntil(last)
                .forEach(day ->
                        times.forEach(time -> add(day.atTime(time).atZone(zone).toInstant())));
        // a time that is left out is the moment of the change itself
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        while (change != null && change.getInstant().isBefore(to)) {
            add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
    }

    private static void addTimes(Set<LocalTime> times, Hours hours) {
        times.add(hours.from());
        times.add(hours.to());
    }

    /**
     * Those of the steps at which something may be different from the step before.
     *
     * @param begin of the first step
     * @param count of steps
     */
    BitSet stepsToTry(List<Level> levels, Instant begin, Duration step, int count) {
        BitSet steps = new BitSet(count);
        if (levels.size() > MOST_LEVELS) {
            steps.set(0, count);
            return steps;
        }
        steps.set(0);
        long width = step.getSeconds();
        for (Duration wait : waits(levels)) {
            for (Instant moment : moments) {
                long after = Duration.between(begin, moment.minus(wait)).getSeconds();
                long number = -Math.floorDiv(-after, width);
                if (number > 0 && number < count) {
                    steps.set((int) number);
                }
            }
        }
        return steps;
    }

    /** How long after the beginning a level may be asked: any of the levels before may have been passed over. */
    private static Set<Duration> waits(List<Level> levels) {
        Set<Duration> waits = new TreeSet<>(Set.of(Duration.ZERO));
        for (Level level : levels) {
            Set<Duration> longer = new TreeSet<>();
            waits.forEach(wait -> longer.add(wait.plus(level.within())));
            waits.addAll(longer);
        }
        return waits;
    }
}
