package io.firebreak.wording.comparison;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates, times of the day, and both together. */
final class DayReader {

    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern ISO = Pattern.compile(
            "(?<![\\p{L}\\p{N}-])(\\d{4})-(\\d{2})-(\\d{2})(?:T(\\d{2}):(\\d{2})(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![\\p{N}-])");

    private static final Pattern NUMERIC = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,/-])(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?![\\p{N}/-]|[.,]\\d)");

    /** What may stand between a day and its hour. */
    private static final Pattern JOINT = Pattern.compile("[\\s,;(]{0,3}(?:\\p{L}{1,6}\\.?[\\s,]{1,2}){0,3}");

    private final FigureWords words;
    private final Pattern dayMonth;
    private final Pattern monthDay;
    private final Pattern monthYear;
    private final Pattern rangeStart;
    private final Pattern weekday;
    private final TimeReader times;

    DayReader(FigureWords words) {
        this.words = words;
        List<String> allWeekdays = new ArrayList<>(words.weekdays().keySet());
        allWeekdays.addAll(words.shortWeekdays().keySet());
        String named = "(?:(?<![\\p{L}])(?<weekday>" + words.names(allWeekdays) + ")[.,]{0,2}\\s+(?:"
                + words.anyOf("day.before") + "\\s+)?)?";
        String month = "(?<month>" + words.names(words.months().keySet())
                + ")(?!\\p{L})(?:\\.(?=,?\\s+(?:\\p{L}{1,3}\\s+)?\\d))?";
        String of = "(?:" + words.anyOf("day.of") + "\\s+)?";
        String year = "(?:,?\\s+(?:" + words.anyOf("year.of") + "\\s+)?(?<year>(?:19|20)\\d{2})(?!\\p{N}|[.,:]\\d))?";
        String ordinal = "(?:\\.?[ºª°]|\\.|" + words.anyOf("ordinal") + ")?";
        int flags = words.nameFlags();
        dayMonth = Pattern.compile(
                named + "(?<![\\p{L}\\p{N}.,:/])(?<day>\\d{1,2}|(?i:" + words.anyOf("day.first") + "))" + ordinal
                        + "\\s+" + of + month + year,
                flags);
        monthDay = Pattern.compile(
                named + "(?<!\\p{L})" + month + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{N}\\p{L}]|[.,:]\\d)"
                        + year,
                flags);
        monthYear = Pattern.compile(
                "(?<!\\p{L})" + month + "\\s+(?:" + words.anyOf("year.of") + "\\s+)?(?<year>(?:19|20)\\d{2})(?!\\p{N})",
                flags);
        rangeStart = Pattern.compile(
                "(?<![\\p{L}\\p{N}.,:/])(\\d{1,2})" + ordinal + "\\s*(?:[–—-]|" + words.anyOf("range") + ")\\s*(?:"
                        + words.anyOf("day.before") + "\\s+)?$",
                ANY_CASE);
        weekday = Pattern.compile(
                "(?<!\\p{L})(?<weekday>" + words.names(words.weekdays().keySet()) + ")(?!\\p{L})"
                        // "Friday 24" of this month, and not "Friday 24 people"
                        + "(?:\\s+(?<day>[12]?\\d|3[01])(?![\\p{N}%€$£]|[.,:]\\d|\\s+\\p{L}{3}))?",
                flags);
        times = new TimeReader(words);
    }

    void read(Scan scan) {
        Scan own = new Scan(scan.rest());
        own.read(ISO, (match, before) -> iso(match));
        own.read(NUMERIC, (match, before) -> numeric(match));
        for (Pattern textual : List.of(dayMonth, monthDay)) {
            readTextual(own, textual);
        }
        own.read(monthYear, (match, before) -> monthYear(match));
        times.read(own);
        own.read(
                weekday,
                (match, before) -> new Day(
                        null,
                        null,
                        match.group(2) == null ? null : number(match.group(2)),
                        words.weekday(match.group(1)),
                        null));
        joined(own.found(), own.text()).forEach(found -> scan.keep(found.figure(), found.from(), found.to()));
    }

    private static Day iso(MatchResult match) {
        Day day = dated(number(match.group(1)), number(match.group(2)), number(match.group(3)));
        boolean timed = day != null && match.group(4) != null;
        return timed ? day.at(TimeReader.time(number(match.group(4)), number(match.group(5)))) : day;
    }

    private Day numeric(MatchResult match) {
        int first = number(match.group(1));
        int second = number(match.group(3));
        int year = number(match.group(4)) + (match.group(4).length() == 2 ? 2000 : 0);
        boolean monthFirst = first <= 12 && (second > 12 || words.monthFirst());
        return monthFirst ? dated(year, first, second) : dated(year, second, first);
    }

    private void readTextual(Scan scan, Pattern pattern) {
        Matcher matcher = pattern.matcher(scan.rest());
        while (matcher.find()) {
            Day day = textual(matcher);
            if (day == null) {
                continue;
            }
            scan.keep(day, matcher.start(), matcher.end());
            Matcher start = rangeStart.matcher(scan.rest().substring(0, matcher.start()));
            if (day.weekday() == null && start.find()) {
                Day first = new Day(day.year(), day.month(), number(start.group(1)), null, null);
                scan.keep(first, start.start(), start.end(1));
            }
        }
    }

    private Day textual(Matcher match) {
        String written = match.group("day");
        int day = Character.isDigit(written.charAt(0)) ? number(written) : 1;
        Integer month = words.month(match.group("month"));
        String year = match.group("year");
        return month == null || day < 1 || day > 31
                ? null
                : new Day(year == null ? null : number(year), month, day, words.weekday(match.group("weekday")), null);
    }

    private Day monthYear(MatchResult match) {
        Integer month = words.month(match.group(1));
        return month == null ? null : new Day(number(match.group(2)), month, null, null, null);
    }

    /** Null where there is no such day. */
    private static Day dated(int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return new Day(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), null, null);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** A day and an hour that stand together are one. */
    private static List<Found> joined(List<Found> found, String text) {
        List<Found> joined = new ArrayList<>();
        for (Found next : found) {
            Found last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            Day together = last == null ? null : together(last, next, text);
            if (together == null) {
                joined.add(next);
            } else {
                joined.set(
                        joined.size() - 1,
                        new Found(together, last.from(), next.to(), text.substring(last.from(), next.to())));
            }
        }
        return joined;
    }

    private static Day together(Found one, Found other, String text) {
        Day first = (Day) one.figure();
        Day second = (Day) other.figure();
        if (first.isTimeOnly() == second.isTimeOnly()
                || first.time() != null && second.time() != null
                || !JOINT.matcher(text.substring(one.to(), other.from())).matches()) {
            return null;
        }
        LocalTime time = first.isTimeOnly() ? first.time() : second.time();
        return first.isTimeOnly() ? second.at(time) : first.at(time);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
