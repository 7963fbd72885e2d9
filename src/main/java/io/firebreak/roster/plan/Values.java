package io.firebreak.roster.plan;

import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Refusal;
import io.firebreak.yaml.Suggestion;
import io.firebreak.yaml.WrongValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What texts of the file mean. Each refuses with a {@link WrongValue} what means nothing. */
final class Values {

    static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private static final Pattern STRETCH = Pattern.compile("(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})");
    private static final String END_OF_DAY = "24:00";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} .,_&/+'()-]{0,59}";
    private static final String SHORT_NAME = "[a-z0-9][a-z0-9-]{0,39}";

    private Values() {}

    static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new WrongValue(
                    "There is no time zone %s.".formatted(WrongValue.shown(text)),
                    Suggestion.closest(text, ZoneId.getAvailableZoneIds())
                            .map("Did you mean %s?"::formatted)
                            .orElse("Write it as a continent and a city, such as Europe/Madrid."));
        }
        return ZoneId.of(text);
    }

    /** On the clocks of a zone that is said elsewhere. */
    static LocalDateTime moment(String text) {
        try {
            return LocalDateTime.parse(text.replace('T', ' '), MOMENT);
        } catch (DateTimeException wrong) {
            throw new WrongValue(
                    "%s is no day with a time.".formatted(WrongValue.shown(text)), "Write it as 2026-01-05 09:00.");
        }
    }

    static DayOfWeek day(String text) {
        int index = DAYS.indexOf(text.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new WrongValue(
                    "%s is no day of the week.".formatted(WrongValue.shown(text)),
                    "Write one of %s.".formatted(String.join(", ", DAYS)));
        }
        return DayOfWeek.of(index + 1);
    }

    /** A day, or a stretch of days such as {@code mon-fri}, which may go round the end of the week. */
    static List<DayOfWeek> days(String text) {
        String[] ends = text.split("\\s*-\\s*", -1);
        if (ends.length == 1) {
            return List.of(day(text));
        }
        if (ends.length > 2) {
            throw new WrongValue(
                    "%s are no days of the week.".formatted(WrongValue.shown(text)), "Write them as mon-fri.");
        }
        DayOfWeek last = day(ends[1]);
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day = day(ends[0]); !days.contains(last); day = day.plus(1)) {
            days.add(day);
        }
        return days;
    }

    /** A stretch of a day. One that ends before it begins goes on after midnight. */
    static Hours stretch(String text) {
        Matcher stretch = STRETCH.matcher(text);
        if (!stretch.matches()) {
            throw new WrongValue(
                    "%s are no hours of a day.".formatted(WrongValue.shown(text)),
                    "Write them as 09:00-17:30, and several with commas between them.");
        }
        LocalTime from = time(stretch.group(1));
        LocalTime to = END_OF_DAY.equals(stretch.group(2)) ? LocalTime.MIDNIGHT : time(stretch.group(2));
        boolean wholeDay = from.equals(LocalTime.MIDNIGHT) && END_OF_DAY.equals(stretch.group(2));
        if (from.equals(to) && !wholeDay) {
            throw new WrongValue(
                    "%s begins and ends at the same time.".formatted(WrongValue.shown(text)),
                    "For a whole day write 00:00-24:00.");
        }
        return new Hours(from, to);
    }

    static List<Hours> stretches(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Values::stretch)
                .toList();
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException wrong) {
            throw new WrongValue(
                    "There is no time %s.".formatted(WrongValue.shown(text)), "Write it from 00:00 to 23:59.");
        }
    }

    static String language(String text) {
        try {
            return LanguageTag.primary(LanguageTag.require("language", text));
        } catch (Refusal unknown) {
            throw new WrongValue(
                    "There is no language %s.".formatted(WrongValue.shown(text)),
                    "Write its code, such as en, es, it or pl.");
        }
    }

    /** A name that the writer chooses and people read. */
    static String name(String text) {
        return named(
                text,
                NAME,
                "Take letters, digits, blanks and . , _ & / + ' ( ) - for it, 60 at most, a letter or digit first.");
    }

    /** A name by which a setting or an account is found. */
    static String shortName(String text) {
        return named(text, SHORT_NAME, "Take small letters, digits and hyphens for it, 40 at most.");
    }

    private static String named(String text, String pattern, String remedy) {
        if (!text.matches(pattern)) {
            throw new WrongValue("%s can't be a name.".formatted(WrongValue.shown(text)), remedy);
        }
        return text;
    }

    static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default ->
                throw new WrongValue(
                        "%s is neither true nor false.".formatted(WrongValue.shown(text)), "Write true or false.");
        };
    }

    static Function<String, Integer> number(int least, int most) {
        return text -> {
            if (!text.matches("-?\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw new WrongValue(
                        "%s is no number from %d to %d.".formatted(WrongValue.shown(text), least, most),
                        "Write such a number.");
            }
            return Integer.parseInt(text);
        };
    }

    /** One of a few words, each with what it means. */
    static <T> Function<String, T> oneOf(Map<String, T> words) {
        return text -> {
            T meaning = words.get(text);
            if (meaning == null) {
                throw new WrongValue(
                        "%s is not known here.".formatted(WrongValue.shown(text)), Suggestion.of(text, words.keySet()));
            }
            return meaning;
        };
    }

    /** The name of something that is defined elsewhere. */
    static Function<String, String> reference(String what, Collection<String> known) {
        return text -> {
            if (!known.contains(text)) {
                throw new WrongValue(
                        "There is no %s %s.".formatted(what, WrongValue.shown(text)), Suggestion.of(text, known));
            }
            return text;
        };
    }
}
