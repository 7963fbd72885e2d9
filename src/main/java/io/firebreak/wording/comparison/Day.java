package io.firebreak.wording.comparison;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;

/**
 * When something is, as far as a text says it: what it leaves out is null. At least one part is there.
 *
 * @param month 1 to 12
 */
record Day(Integer year, Integer month, Integer day, DayOfWeek weekday, LocalTime time) implements Figure {

    static Day of(LocalDate date) {
        return new Day(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), date.getDayOfWeek(), null);
    }

    static Day of(LocalDateTime moment) {
        return of(moment.toLocalDate()).at(moment.toLocalTime());
    }

    Day at(LocalTime newTime) {
        return new Day(year, month, day, weekday, newTime);
    }

    @Override
    public String sort() {
        return "date";
    }

    @Override
    public boolean agreesWith(Figure other) {
        return other instanceof Day when
                && agree(year, when.year)
                && agree(month, when.month)
                && agree(day, when.day)
                && agree(weekday, when.weekday)
                && agree(time, when.time);
    }

    private static boolean agree(Object one, Object other) {
        return one == null || other == null || one.equals(other);
    }

    /** A day of the week or an hour alone is no date. */
    @Override
    public boolean isTelling() {
        return month != null;
    }

    boolean isTimeOnly() {
        return month == null && weekday == null;
    }

    boolean isWeekdayOnly() {
        return month == null && weekday != null;
    }

    /** Whether its day of the week is not the one of its date; never where the text does not say both in full. */
    boolean contradictsItself() {
        DayOfWeek real = realWeekday();
        return weekday != null && real != null && weekday != real;
    }

    /** Of the date; null where the text does not say it in full. */
    DayOfWeek realWeekday() {
        try {
            boolean full = year != null && month != null && day != null;
            return full ? LocalDate.of(year, month, day).getDayOfWeek() : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The same without what cannot be said of a day alone. */
    boolean isSameDayAs(Day other) {
        return Objects.equals(month, other.month) && Objects.equals(day, other.day);
    }
}
