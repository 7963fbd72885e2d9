package io.firebreak.wording.comparison;

import java.time.LocalTime;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads times of the day. */
final class TimeReader {

    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int NOON = 12;

    private final Pattern withMinutes;
    private final Pattern withHalf;
    private final Pattern introduced;
    private final Pattern afternoon;

    TimeReader(FigureWords words) {
        String half = "(?:\\s?(?<half>" + words.anyOf("am") + "|" + words.anyOf("pm") + ")(?!\\p{L}))";
        String hours = "(?<![\\p{L}\\p{N}.,/])(?<hour>[01]?\\d|2[0-3])";
        String unit = "(?:\\s?" + words.anyOf("time.after") + "(?!\\p{L}))";
        String lead = "(?<!\\p{L})(?:" + words.anyOf("time.before") + ")\\.?\\s+";
        withMinutes = Pattern.compile(
                hours + ":(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?![\\p{N}:])" + half + "?" + unit + "?", ANY_CASE);
        withHalf = Pattern.compile(hours + "(?:\\.(?<minute>[0-5]\\d))?(?!\\p{N})" + half, ANY_CASE);
        introduced = Pattern.compile(
                lead + "(?<hour>[01]?\\d|2[0-3])(?:[.:](?<minute>[0-5]\\d))?(?![\\p{N}%€$£]|[.,]\\d|\\s?[%€$£])(?:"
                        + half + unit
                        // "by 12 people" is no hour
                        + "?|" + unit + "|(?!\\s+\\p{Ll}{4}))",
                ANY_CASE);
        afternoon = Pattern.compile(words.anyOf("pm"), ANY_CASE);
    }

    void read(Scan scan) {
        scan.read(withMinutes, (match, before) -> day(match, 2, 3));
        scan.read(withHalf, (match, before) -> day(match, 2, 3));
        scan.read(introduced, (match, before) -> day(match, 2, 3));
    }

    private Day day(MatchResult match, int minutes, int half) {
        int hour = Integer.parseInt(match.group(1));
        String minute = match.group(minutes);
        String halfOfDay = match.group(half);
        if (halfOfDay != null && hour <= NOON) {
            boolean later = afternoon.matcher(halfOfDay).matches();
            hour = hour % NOON + (later ? NOON : 0);
        }
        LocalTime time = time(hour, minute == null ? 0 : Integer.parseInt(minute));
        return time == null ? null : new Day(null, null, null, null, time);
    }

    /** Null where there is no such time; midnight may be the end of a day. */
    static LocalTime time(int hour, int minute) {
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }
}
