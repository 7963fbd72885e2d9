package io.firebreak.wording.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One reading of a text: what was understood is covered, so that nothing is read twice. Places stay as they are. */
final class Scan {

    /** No letter, no digit, no blank, no punctuation. */
    private static final char COVER = '\uFFFC';

    /** Ends a line, and a link, and is none of the blanks that figures may have within them. */
    private static final char PARAGRAPH = '\u2029';

    private static final Pattern WIDE_BLANKS = Pattern.compile("[\\u00A0\\u2007\\u2009\\u202F]");

    /** The end of a paragraph; the line break that begins the next one stays. */
    private static final Pattern END_OF_PARAGRAPH = Pattern.compile("\\r?\\n[ \\t\\r]*(?=\\n)");

    private final String text;
    private final StringBuilder rest;
    private final List<Found> found = new ArrayList<>();

    Scan(String text) {
        this.text = text;
        this.rest = new StringBuilder(WIDE_BLANKS.matcher(text).replaceAll(" "));
        endParagraphs();
    }

    /** No figure reaches from one paragraph into the next, nor from a title into the text below it. */
    private void endParagraphs() {
        Matcher matcher = END_OF_PARAGRAPH.matcher(rest.toString());
        while (matcher.find()) {
            fill(matcher.start(), matcher.end(), PARAGRAPH);
        }
    }

    /** Covers what matches, and keeps the figure that it says; null from {@code reader} leaves it as it is. */
    void read(Pattern pattern, BiFunction<MatchResult, String, Figure> reader) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            Figure figure = reader.apply(matcher.toMatchResult(), rest.substring(0, matcher.start()));
            if (figure != null) {
                keep(figure, matcher.start(), matcher.end());
            }
        }
    }

    /** The same where the first group alone is the figure. */
    void readFirstGroup(Pattern pattern, BiFunction<MatchResult, String, Figure> reader) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            Figure figure = reader.apply(matcher.toMatchResult(), rest.substring(0, matcher.start()));
            if (figure != null) {
                keep(figure, matcher.start(1), matcher.end(1));
            }
        }
    }

    void keep(Figure figure, int from, int to) {
        found.add(new Found(figure, from, to, text.substring(from, to).strip()));
        cover(from, to);
    }

    /** Covers what says nothing that could be compared. */
    void passOver(Pattern pattern) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            cover(matcher.start(), matcher.end());
        }
    }

    private void cover(int from, int to) {
        fill(from, to, COVER);
    }

    private void fill(int from, int to, char with) {
        char[] filling = new char[to - from];
        Arrays.fill(filling, with);
        rest.replace(from, to, new String(filling));
    }

    /** What is not covered yet. */
    String rest() {
        return rest.toString();
    }

    String text() {
        return text;
    }

    /** In the order of the text. */
    List<Found> found() {
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }
}
