package io.firebreak.wording.comparison;

import java.time.LocalTime;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of the day. */
final class TimeReader {

    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int NOON = 12;

    private final Pattern withMinutes;
    private final Pattern withHalf;
    private final Pattern introduced;
    private final Pattern exact;
    private final Pattern range;
    private final Pattern afternoon;

    TimeReader(FigureWords words) {
        String half = "(?:\\s?(?<half>" + words.anyOf("am") + "|" + words.anyOf("pm") + ")(?!\\p{L}))";
        String hours = "(?<![\\p{L}\\p{N}.,/])(?<hour>[01]?\\d|2[0-3])";
        String unit = "(?:\\s?" + words.anyOf("time.after") + "(?!\\p{L}))";
        String noNumber = "(?![\\p{N}%€$£]|[.,:]\\d|\\s?[%€$£])";
        withMinutes = Pattern.compile(
                hours + ":(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?![\\p{N}:])" + half + "?" + unit + "?", ANY_CASE);
        withHalf = Pattern.compile(hours + "(?:\\.(?<minute>[0-5]\\d))?(?!\\p{N})" + half, ANY_CASE);
        introduced = Pattern.compile(
                "(?<!\\p{L})" + words.anyOf("time.before") + "\\.?\\s+(?<hour>[01]?\\d|2[0-3])(?<minute>)" + noNumber
                        + "(?:" + half + unit
                        // "by 12 people" is no hour
                        + "?|" + unit + "|(?!\\s+\\p{Ll}{4}))",
                ANY_CASE);
        String lead = "(?<!\\p{L})(?:" + words.anyOf("time.before") + "|" + words.anyOf("time.exact") + ")\\.?\\s+";
        exact = Pattern.compile(
                lead + "(?<hour>[01]?\\d|2[0-3])[.:](?<minute>[0-5]\\d)" + noNumber + half + "?" + unit + "?",
                ANY_CASE);
        String hour = "([01]?\\d|2[0-4])(?:[.:]([0-5]\\d))?";
        range = Pattern.compile(
                "(?<!\\p{L})" + words.anyOf("time.range.from") + "\\s+" + hour + "\\s+" + words.anyOf("time.range.to")
                        + "\\s+" + hour + noNumber + "(?!\\s+\\p{L}{3})",
                ANY_CASE);
        afternoon = Pattern.compile(words.anyOf("pm"), ANY_CASE);
    }

    void read(Scan scan) {
        readRanges(scan);
        for (Pattern each : List.of(withMinutes, withHalf, exact, introduced)) {
            scan.read(each, (match, before) -> day(match));
        }
    }

    /** "from 7 to 19": two hours, where a single one would be a number. */
    private void readRanges(Scan scan) {
        Matcher matcher = range.matcher(scan.rest());
        while (matcher.find()) {
            for (int hour = 1; hour <= 3; hour += 2) {
                int end = matcher.group(hour + 1) == null ? matcher.end(hour) : matcher.end(hour + 1);
                scan.keep(day(matcher.group(hour), matcher.group(hour + 1), null), matcher.start(hour), end);
            }
        }
    }

    private Day day(MatchResult match) {
        return day(match.group(1), match.group(2), match.group(3));
    }

    private Day day(String hours, String minutes, String halfOfDay) {
        int hour = Integer.parseInt(hours) % 24;
        if (halfOfDay != null && hour <= NOON) {
            boolean later = afternoon.matcher(halfOfDay).matches();
            hour = hour % NOON + (later ? NOON : 0);
        }
        boolean whole = minutes == null || minutes.isEmpty();
        return new Day(null, null, null, null, LocalTime.of(hour, whole ? 0 : Integer.parseInt(minutes)));
    }

    /** Null where there is no such time. */
    static LocalTime time(int hour, int minute) {
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }
}
