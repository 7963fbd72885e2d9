package io.firebreak.statement.template;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The blanks of a text: words in square brackets. Brackets without a letter, as in [1], are none. */
final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\[[^\\[\\]\\n]{0,120}?\\p{L}[^\\[\\]\\n]{0,120}]");
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Blanks() {}

    /** With their brackets, each once, in the order of the text. */
    static List<String> in(String text) {
        return text == null
                ? List.of()
                : BLANK.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList();
    }

    /** Without the brackets. */
    static String name(String blank) {
        return blank.substring(1, blank.length() - 1).strip();
    }

    /** The letters and digits of a text whose blanks were left out: what is the same wherever somebody put blanks or dots. */
    static String wordsWithout(String text) {
        String rest = BLANK.matcher(text).replaceAll(" ");
        return NO_WORDS.matcher(rest).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
