package io.firebreak.wording;

import java.util.ArrayList;
import java.util.List;

/** What stands in quotation marks: words of somebody else, for which the author does not answer. */
final class Quotes {

    /** Whoever forgot the second mark has not quoted the rest of the text. */
    private static final int LONGEST = 400;

    private static final String OPENING = "“„«\"";
    private static final String CLOSING = "”“»\"";

    private final List<int[]> quoted = new ArrayList<>();

    static Quotes in(String text) {
        Quotes quotes = new Quotes();
        int opened = -1;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (opened >= 0 && (letter == '\n' || at - opened > LONGEST)) {
                opened = -1;
            }
            if (opened >= 0 && closes(text.charAt(opened), letter)) {
                quotes.quoted.add(new int[] {opened, at + 1});
                opened = -1;
            } else if (opened < 0 && OPENING.indexOf(letter) >= 0) {
                opened = at;
            }
        }
        return quotes;
    }

    private static boolean closes(char opening, char letter) {
        return switch (opening) {
            case '„' -> letter == '”' || letter == '“' || letter == '"';
            case '«' -> letter == '»';
            default -> CLOSING.indexOf(letter) >= 0 && letter != '»';
        };
    }

    boolean hold(int from, int to) {
        return quoted.stream().anyMatch(quote -> quote[0] <= from && to <= quote[1]);
    }
}
