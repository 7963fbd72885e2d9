package io.firebreak.wording;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import io.firebreak.wording.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into words, numbers, addresses and handles; each character is looked at a few times at most. */
final class Tokens {

    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

    /** Between digits they belong to the number, as in 12:30 or 1.200,50. */
    private static final String INSIDE_NUMBERS = ".:,/";

    private static final String AROUND_ADDRESSES = ".,;:!?\"'()[]{}<>«»„”“’‘…";

    private final String text;
    private final List<Token> found = new ArrayList<>();

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens tokens = new Tokens(text);
        tokens.split();
        return Pauses.noted(text, PhoneNumbers.joined(text, tokens.found));
    }

    /** A word as rules compare it. */
    static String normal(String word) {
        String visible = word.codePoints()
                .filter(letter -> Character.getType(letter) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return COMPOSED.normalize(UCharacter.foldCase(COMPOSED.normalize(visible), true));
    }

    private void split() {
        int at = 0;
        while (at < text.length()) {
            if (isBlank(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            int end = at;
            while (end < text.length() && !isBlank(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            splitChunk(at, end);
            at = end;
        }
    }

    private static boolean isBlank(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private void splitChunk(int begin, int behind) {
        int from = begin;
        int to = behind;
        while (from < to && AROUND_ADDRESSES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && AROUND_ADDRESSES.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        Kind address = Addresses.kindOf(text, from, to);
        if (address != null) {
            add(address, from, to);
        } else {
            splitWords(begin, behind);
        }
    }

    private void splitWords(int begin, int behind) {
        int at = begin;
        while (at < behind) {
            int letter = text.codePointAt(at);
            int end = at;
            if (Character.isDigit(letter)) {
                end = endOfNumber(at, behind);
                add(Kind.NUMBER, at, end);
            } else if (isOfWord(letter)) {
                end = endOfWord(at, behind);
                add(Kind.WORD, at, end);
            }
            at = end > at ? end : at + Character.charCount(letter);
        }
    }

    private int endOfWord(int begin, int behind) {
        int at = begin;
        while (at < behind && isOfWord(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private int endOfNumber(int begin, int behind) {
        int at = begin;
        while (at < behind) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            boolean inside =
                    INSIDE_NUMBERS.indexOf(letter) >= 0 && next < behind && Character.isDigit(text.codePointAt(next));
            if (!isOfWord(letter) && !inside) {
                break;
            }
            at = next;
        }
        return at;
    }

    static boolean isOfWord(int letter) {
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    private void add(Kind kind, int from, int to) {
        String word = normal(text.substring(from, to));
        if (!word.isEmpty()) {
            found.add(new Token(word, kind, from, to));
        }
    }
}
