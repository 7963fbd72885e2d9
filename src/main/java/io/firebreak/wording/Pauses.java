package io.firebreak.wording;

import java.util.ArrayList;
import java.util.List;

/** Knows by the marks between words where a reader pauses, and what is asked. */
final class Pauses {

    /** A hyphen is one only where it stands alone: in a word it divides nothing. */
    private static final String MARKS = ",;:.!?¡¿()[]–—…\n\"“”„«»";

    private static final String DASH = " - ";

    private Pauses() {}

    static List<Token> noted(String text, List<Token> tokens) {
        List<Token> noted = new ArrayList<>(tokens.size());
        int end = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            int next = at + 1 < tokens.size() ? tokens.get(at + 1).from() : text.length();
            boolean pause = at == 0 || isPause(text.substring(end, token.from()));
            boolean asked = text.substring(token.to(), next).indexOf('?') >= 0;
            noted.add(new Token(token.word(), token.kind(), token.from(), token.to(), pause, asked));
            end = token.to();
        }
        return noted;
    }

    private static boolean isPause(String between) {
        return between.chars().anyMatch(letter -> MARKS.indexOf(letter) >= 0) || between.contains(DASH);
    }
}
