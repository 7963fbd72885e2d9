package io.firebreak.roster.plan;

import io.firebreak.yaml.WrongValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long: as people write it, {@code 15 min}, {@code 1 h 30 min}, {@code 2 days}, or as ISO 8601 does, {@code PT15M}. */
final class Durations {

    private static final Pattern PART = Pattern.compile("(\\d{1,6})\\s*([a-z]+)\\s*");

    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)),
            Map.entry("week", Duration.ofDays(7)),
            Map.entry("weeks", Duration.ofDays(7)));

    private Durations() {}

    /** Refuses what is shorter or longer. */
    static Function<String, Duration> between(Duration least, Duration most) {
        return text -> {
            Duration duration = of(text);
            if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                throw new WrongValue(
                        "%s is too %s."
                                .formatted(WrongValue.shown(text), duration.compareTo(least) < 0 ? "short" : "long"),
                        "Write something from %s to %s.".formatted(inWords(least), inWords(most)));
            }
            return duration;
        };
    }

    private static Duration of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.matches("-?p.*") ? iso(text) : inParts(text, lower);
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text.matches("(?i)P\\d{1,4}W") ? weeks(text) : text);
        } catch (DateTimeException | ArithmeticException wrong) {
            throw notOne(text);
        }
    }

    private static String weeks(String text) {
        return "P%dD".formatted(7 * Integer.parseInt(text.substring(1, text.length() - 1)));
    }

    private static Duration inParts(String text, String lower) {
        Matcher part = PART.matcher(lower);
        Duration sum = Duration.ZERO;
        int read = 0;
        while (read < lower.length() && part.find(read) && part.start() == read) {
            Duration unit = UNITS.get(part.group(2));
            if (unit == null) {
                throw notOne(text);
            }
            sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
            read = part.end();
        }
        if (read < lower.length()) {
            throw notOne(text);
        }
        return sum;
    }

    private static WrongValue notOne(String text) {
        return new WrongValue(
                "%s is no length of time.".formatted(WrongValue.shown(text)),
                "Write it as 15 min, 2 h, 1 day or 1 week.");
    }

    /** In the largest unit that fits, as the file would say it. */
    static String inWords(Duration duration) {
        if (duration.isZero()) {
            return "0 min";
        }
        if (duration.toMinutes() % (24 * 60) == 0) {
            return duration.toDays() == 1 ? "1 day" : duration.toDays() + " days";
        }
        return duration.toMinutes() % 60 == 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
