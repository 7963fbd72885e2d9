package io.firebreak.wording.comparison;

import io.firebreak.wording.comparison.Quantity.Bound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads quantities: numbers in digits or in words, with what they are numbers of as far as it matters. */
final class QuantityReader {

    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Map<String, BigDecimal> MINUTES = Map.of(
            "minute",
            BigDecimal.ONE,
            "hour",
            new BigDecimal(60),
            "day",
            new BigDecimal(1440),
            "week",
            new BigDecimal(10080));
    private static final int LOOK_BACK = 40;

    private final FigureWords words;
    private final Written written;
    private final Map<String, BigDecimal> magnitudes = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Pattern quantity;
    private final Map<Bound, Pattern> bounds;
    private final Pattern beforeYear;
    private final Pattern jointOfRange;

    QuantityReader(FigureWords words) {
        this.words = words;
        this.written = new Written(words.decimal());
        magnitude("thousand", 3);
        magnitude("million", 6);
        magnitude("billion", 9);
        for (String unit : words.keys("unit.")) {
            words.list("unit." + unit).forEach(word -> units.put(word.toLowerCase(Locale.ROOT), unit));
        }
        String unit = FigureWords.anyOf(units.keySet());
        quantity = Pattern.compile(
                "(?<![\\p{L}\\p{N}_.,/\\uFFFC]|\\p{L}-)(?:(?<before>" + words.anyOf("currency.before")
                        + ")\\s?)?(?:(?<digits>" + Written.DIGITS + ")|(?<spelled>"
                        + FigureWords.anyOf(words.spelled().keySet())
                        + ")(?!\\p{L}))(?:[\\s-]?(?<magnitude>" + FigureWords.anyOf(magnitudes.keySet())
                        + ")(?!\\p{L}))?"
                        + "(?:[\\s-]?(?:" + words.anyOf("joint.unit") + "\\s+)?(?<unit>" + unit + ")(?!\\p{L}))?",
                ANY_CASE);
        bounds = Map.of(
                Bound.MORE, endingWith("bound.more"),
                Bound.LESS, endingWith("bound.less"),
                Bound.ABOUT, endingWith("bound.about"));
        beforeYear = endingWith("year.before");
        jointOfRange = Pattern.compile("\\s{0,2}(?:[–—-]|" + words.anyOf("span") + ")\\s{0,2}", ANY_CASE);
    }

    private void magnitude(String key, int zeros) {
        words.list(key).forEach(word -> magnitudes.put(word.toLowerCase(Locale.ROOT), BigDecimal.TEN.pow(zeros)));
    }

    private Pattern endingWith(String key) {
        return Pattern.compile("(?<!\\p{L})" + words.anyOf(key) + "\\s+(?:\\p{L}{1,4}\\s+)?$", ANY_CASE);
    }

    void read(Scan scan) {
        Scan own = new Scan(scan.rest());
        Matcher matcher = quantity.matcher(own.text());
        List<Found> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(new Found(quantity(matcher, own.text()), matcher.start(), matcher.end(), matcher.group()));
        }
        withUnitsOfRanges(found, own.text()).forEach(each -> scan.keep(each.figure(), each.from(), each.to()));
    }

    private Quantity quantity(Matcher match, String text) {
        String digits = match.group("digits");
        BigDecimal value = digits == null
                ? BigDecimal.valueOf(words.spelled().get(match.group("spelled").toLowerCase(Locale.ROOT)))
                : written.value(digits);
        String magnitude = match.group("magnitude");
        if (magnitude != null) {
            value = value.multiply(magnitudes.get(magnitude.toLowerCase(Locale.ROOT)));
        }
        String before = text.substring(Math.max(0, match.start() - LOOK_BACK), match.start());
        String unit = unitOf(match);
        boolean year =
                unit.isEmpty() && magnitude == null && digits != null && isYear(digits, before, text, match.end());
        return inMinutes(new Quantity(value, unit, boundIn(before), digits == null, year));
    }

    private String unitOf(Matcher match) {
        String unit = match.group("unit") == null ? match.group("before") : match.group("unit");
        return unit == null ? Quantity.PLAIN : units.getOrDefault(unit.toLowerCase(Locale.ROOT), Quantity.PLAIN);
    }

    private static Quantity inMinutes(Quantity quantity) {
        BigDecimal minutes = MINUTES.get(quantity.unit());
        if (minutes != null) {
            return with(quantity, quantity.value().multiply(minutes), "minutes");
        }
        boolean longer = quantity.unit().equals("month") || quantity.unit().equals("year");
        return longer ? with(quantity, quantity.value(), quantity.unit() + "s") : quantity;
    }

    private static Quantity with(Quantity quantity, BigDecimal value, String unit) {
        return new Quantity(value, unit, quantity.bound(), quantity.spelled(), quantity.year());
    }

    private Bound boundIn(String before) {
        return bounds.entrySet().stream()
                .filter(bound -> bound.getValue().matcher(before).find())
                .map(Map.Entry::getKey)
                .min(Enum::compareTo)
                .orElse(Bound.EXACT);
    }

    private boolean isYear(String digits, String before, String text, int end) {
        if (!digits.matches("(?:19|20)\\d{2}")) {
            return false;
        }
        boolean bracketed = before.endsWith("(") && end < text.length() && text.charAt(end) == ')';
        return bracketed
                || beforeYear.matcher(before).find()
                || text.startsWith(" r.", end)
                || text.startsWith(" roku", end);
    }

    /** "10–15 %": the first is a share too. */
    private List<Found> withUnitsOfRanges(List<Found> found, String text) {
        for (int index = 1; index < found.size(); index++) {
            Found first = found.get(index - 1);
            Quantity one = (Quantity) first.figure();
            Quantity other = (Quantity) found.get(index).figure();
            String between = text.substring(first.to(), found.get(index).from());
            if (one.unit().isEmpty()
                    && !other.unit().isEmpty()
                    && jointOfRange.matcher(between).matches()) {
                found.set(
                        index - 1,
                        new Found(with(one, one.value(), other.unit()), first.from(), first.to(), first.words()));
            }
        }
        return found;
    }
}
