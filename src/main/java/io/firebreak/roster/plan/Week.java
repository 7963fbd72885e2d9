package io.firebreak.roster.plan;

import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.yaml.Place;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The working hours of a week. What goes on after midnight belongs to the next day. */
final class Week {

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);

    /** Adds the same hours to each of some days; the first of them that overlap with others are noted at their place. */
    void add(List<DayOfWeek> days, List<Hours> stretches, Place place) {
        days.stream()
                .flatMap(day -> stretches.stream().map(stretch -> add(day, stretch)))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(overlap -> place.mistake(overlap, "Let one begin when the other ends."));
    }

    private Optional<String> add(DayOfWeek day, Hours stretch) {
        if (!endsNextDay(stretch)) {
            return insert(day, stretch);
        }
        Optional<String> overlap = insert(day, new Hours(stretch.from(), LocalTime.MIDNIGHT));
        Optional<String> nextDay = insert(day.plus(1), new Hours(LocalTime.MIDNIGHT, stretch.to()));
        return overlap.or(() -> nextDay);
    }

    private static boolean endsNextDay(Hours stretch) {
        return stretch.to().isBefore(stretch.from()) && !stretch.to().equals(LocalTime.MIDNIGHT);
    }

    /** A sentence when it overlaps with what is there. */
    private Optional<String> insert(DayOfWeek day, Hours stretch) {
        List<Hours> ofDay = hours.computeIfAbsent(day, unused -> new ArrayList<>());
        Optional<Hours> other =
                ofDay.stream().filter(there -> overlap(there, stretch)).findFirst();
        ofDay.add(stretch);
        return other.map(there -> "On %s %s and %s overlap.".formatted(nameOf(day), inWords(there), inWords(stretch)));
    }

    private static boolean overlap(Hours one, Hours other) {
        return start(one) < end(other) && start(other) < end(one);
    }

    private static int start(Hours hours) {
        return hours.from().toSecondOfDay() / 60;
    }

    private static int end(Hours hours) {
        return hours.to().equals(LocalTime.MIDNIGHT)
                ? MINUTES_OF_A_DAY
                : hours.to().toSecondOfDay() / 60;
    }

    private static String nameOf(DayOfWeek day) {
        return Values.DAYS.get(day.getValue() - 1);
    }

    private static String inWords(Hours hours) {
        return "%s-%s".formatted(hours.from(), end(hours) == MINUTES_OF_A_DAY ? "24:00" : hours.to());
    }

    /** For each day that has any, in the order of the clock. */
    Map<DayOfWeek, List<Hours>> hours() {
        Map<DayOfWeek, List<Hours>> sorted = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, ofDay) -> sorted.put(
                day, ofDay.stream().sorted(Comparator.comparing(Hours::from)).toList()));
        return Collections.unmodifiableMap(sorted);
    }
}
