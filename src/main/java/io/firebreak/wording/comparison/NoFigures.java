package io.firebreak.wording.comparison;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What looks like a figure and says nothing that could be right or wrong. */
final class NoFigures {

    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Everywhere alike. */
    private static final List<Pattern> EVERYWHERE = Stream.of(
                    // round the clock
                    "(?<!\\p{N})(?:24\\s?/\\s?7|7\\s?/\\s?24|24\\s?/\\s?365|365\\s?/\\s?24)(?!\\p{N})",
                    // a time zone
                    "(?<![\\p{L}\\p{N}])(?:UTC|GMT|CES?T|WES?T|EES?T)\\s?[+\\u2212-]\\s?\\d{1,2}(?::?\\d{2})?(?!\\p{N})",
                    // whose it is, since when
                    "(?:©|\\(c\\)|copyright)[\\s,]{0,3}(?:©\\s?)?\\d{4}(?:\\s?[–-]\\s?\\d{2,4})?",
                    // the parts of a thread, the points of a list
                    "(?<![\\p{N}/.,])\\d{1,3}/\\d{1,3}(?![\\p{N}/])",
                    "(?m)^\\s{0,8}\\(?\\d{1,2}[.)](?=\\s)",
                    // a name with a number in it
                    "(?<![\\p{L}\\p{N}])\\p{L}{1,12}[-_]?\\d[\\p{L}\\p{N}_-]{0,30}")
            .map(pattern -> Pattern.compile(pattern, ANY_CASE))
            .toList();

    private static final String CAPITALISED = "\\p{Lu}[\\p{L}'’.-]{0,30}";

    private final FigureWords words;
    private final List<Pattern> inLanguage;

    NoFigures(FigureWords words) {
        this.words = words;
        inLanguage = List.of(ordinals(), streetBefore(), streetAfter(), postcodes());
    }

    void passOver(Scan scan) {
        EVERYWHERE.forEach(scan::passOver);
        inLanguage.forEach(scan::passOver);
    }

    /** Those before the name of a month are days: their reader comes later, so they stay. */
    private Pattern ordinals() {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:\\.?[ºª°]|" + words.anyOf("ordinal") + ")(?!\\p{L})(?!\\s+(?:"
                        + words.anyOf("day.of") + "\\s+)?(?:"
                        + FigureWords.anyOf(words.months().keySet()) + "))"
                        // "December 3rd"
                        + "(?<!(?:" + FigureWords.anyOf(shortOnes()) + ")[\\s.]{1,2}\\d{1,2}(?:st|nd|rd|th))",
                ANY_CASE);
    }

    /** Looking back needs an end: no name of a month is that long. */
    private List<String> shortOnes() {
        return words.months().keySet().stream()
                .filter(month -> month.length() < 15)
                .toList();
    }

    /** "calle Mayor 12". */
    private Pattern streetBefore() {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?i:" + words.anyOf("street.before") + ")\\.?\\s+(?:\\p{L}{1,4}\\s+){0,2}(?:"
                        + CAPITALISED
                        + "[\\s,]{1,2}){1,4}(?:n\\.?\\s?[ºo°]?\\s?)?\\d{1,4}\\p{L}?(?:/\\d{1,4})?(?![\\p{N}])",
                Pattern.UNICODE_CASE);
    }

    /** "12 High Street". */
    private Pattern streetAfter() {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}.,])\\d{1,5}\\p{L}?\\s+(?:" + CAPITALISED + "\\s+){1,3}(?i:"
                        + words.anyOf("street.after") + ")(?!\\p{L})",
                Pattern.UNICODE_CASE);
    }

    /** "28013 Madrid", "00-950 Warszawa". */
    private static Pattern postcodes() {
        return Pattern.compile("(?<![\\p{L}\\p{N}.,-])(?:\\d{5}|\\d{2}-\\d{3})(?=\\s+\\p{Lu}\\p{Ll})");
    }
}
