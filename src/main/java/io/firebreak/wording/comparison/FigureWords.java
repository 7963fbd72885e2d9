package io.firebreak.wording.comparison;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a language writes numbers and dates. Names of months and days, separators and numbers in words come from CLDR;
 * what CLDR does not know (inflected names, words around figures) from {@code wording/figures}, where a language has a
 * file; all languages share the file {@code all}.
 */
final class FigureWords {

    private final Properties words = new Properties();
    private final Map<String, Integer> months = new TreeMap<>();
    private final Map<String, Integer> weekdays = new TreeMap<>();
    private final Map<String, Integer> shortWeekdays = new TreeMap<>();
    private final Map<String, Integer> spelled = new TreeMap<>();
    private final char decimal;
    private final boolean monthFirst;
    private final boolean capitals;

    /**
     * @param language a BCP 47 tag
     */
    FigureWords(String language) {
        ULocale locale = ULocale.forLanguageTag(language);
        load("all");
        load(locale.getLanguage());
        decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        monthFirst = locale.getCountry().equals("US");
        capitals = locale.getLanguage().equals("en");
        collectNames(DateFormatSymbols.getInstance(locale));
        collectSpelled(locale);
        months.putAll(numbered("months.more"));
        weekdays.putAll(numbered("weekdays.more"));
        spelled.putAll(numbered("spelled.more"));
    }

    private void load(String name) {
        try (InputStream file = FigureWords.class.getResourceAsStream("/wording/figures/" + name + ".properties")) {
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collectNames(DateFormatSymbols symbols) {
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                String[] names = symbols.getMonths(context, width);
                IntStream.range(0, 12).forEach(index -> months.put(name(names[index]), index + 1));
                collectWeekdays(symbols, context, width);
            }
        }
    }

    /** CLDR counts the days from Sunday, which is 1. */
    private void collectWeekdays(DateFormatSymbols symbols, int context, int width) {
        String[] names = symbols.getWeekdays(context, width);
        Map<String, Integer> into = width == DateFormatSymbols.WIDE ? weekdays : shortWeekdays;
        IntStream.rangeClosed(1, 7).forEach(index -> into.put(name(names[index]), index == 1 ? 7 : index - 1));
    }

    private static String name(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }

    /** Those of one word; "one" is an article in most languages. */
    private void collectSpelled(ULocale locale) {
        RuleBasedNumberFormat speller = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        IntStream.concat(IntStream.rangeClosed(2, 100), IntStream.of(200, 300, 400, 500, 600, 700, 800, 900, 1000))
                .forEach(number -> {
                    String word = speller.format(number).replace("\u00AD", "").toLowerCase(Locale.ROOT);
                    if (word.chars().allMatch(Character::isLetter)) {
                        spelled.put(word, number);
                    }
                });
    }

    private Map<String, Integer> numbered(String key) {
        return list(key).stream()
                .map(entry -> entry.split(":"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.parseInt(parts[1])));
    }

    /** The words under a key of the language's file; empty where there are none. */
    List<String> list(String key) {
        return Arrays.stream(words.getProperty(key, "").split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The keys that begin so, without the beginning. */
    List<String> keys(String beginning) {
        return words.stringPropertyNames().stream()
                .filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length()))
                .sorted()
                .toList();
    }

    /** One of these words as a regular expression that takes the longest. */
    static String anyOf(Collection<String> some) {
        return some.isEmpty()
                ? "(?!)"
                : some.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .map(word -> word.replace(" ", "\\E\\s+\\Q"))
                        .collect(Collectors.joining("|", "(?:", ")"));
    }

    String anyOf(String key) {
        return anyOf(list(key));
    }

    /** English writes the names of months and days with a capital, and "may" and "march" without. */
    String names(Collection<String> some) {
        return anyOf(
                capitals
                        ? some.stream()
                                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                                .toList()
                        : some);
    }

    /** How patterns with {@link #names} are to be compiled. */
    int nameFlags() {
        return capitals ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }

    Map<String, Integer> months() {
        return months;
    }

    Map<String, Integer> weekdays() {
        return weekdays;
    }

    Map<String, Integer> shortWeekdays() {
        return shortWeekdays;
    }

    Integer month(String word) {
        return months.get(word.toLowerCase(Locale.ROOT));
    }

    DayOfWeek weekday(String word) {
        if (word == null) {
            return null;
        }
        String small = word.toLowerCase(Locale.ROOT);
        return DayOfWeek.of(weekdays.getOrDefault(small, shortWeekdays.getOrDefault(small, 1)));
    }

    Map<String, Integer> spelled() {
        return spelled;
    }

    /** What stands before the fraction of a number. */
    char decimal() {
        return decimal;
    }

    /** Whether 3/12 is a day in March. */
    boolean monthFirst() {
        return monthFirst;
    }
}
