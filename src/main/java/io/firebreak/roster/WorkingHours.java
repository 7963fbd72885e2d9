package io.firebreak.roster;

import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When those with a calendar work. Hours across midnight belong to the day on which they begin. */
final class WorkingHours {

    private WorkingHours() {}

    /** The end of the stretch of work that covers the moment; empty where none does. */
    static Optional<Instant> until(WorkingCalendar calendar, Instant at) {
        LocalDate day = at.atZone(calendar.zone()).toLocalDate();
        return Stream.of(day.minusDays(1), day)
                .filter(begin -> isWorkingDay(calendar, begin))
                .flatMap(begin -> stretches(calendar, begin))
                .filter(stretch -> stretch.covers(at))
                .map(Span::to)
                .max(Comparator.naturalOrder());
    }

    private static boolean isWorkingDay(WorkingCalendar calendar, LocalDate day) {
        return calendar.hours().containsKey(day.getDayOfWeek())
                && !calendar.companyDays().contains(day)
                && (calendar.holidays() == null || !PublicHolidays.include(calendar.holidays(), day));
    }

    private static Stream<Span> stretches(WorkingCalendar calendar, LocalDate day) {
        return calendar.hours().getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .map(hours -> Span.of(hours, day, calendar.zone()));
    }
}
