package io.firebreak.wording;

import io.firebreak.wording.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Puts numbers that stand side by side together where they are one that can be called. */
final class PhoneNumbers {

    /** An amount with blanks in it has fewer. */
    private static final int MANY_DIGITS = 9;

    /** So many are enough for one that begins as only telephone numbers do. */
    private static final int FEW_DIGITS = 6;

    private static final int MOST_DIGITS = 15;
    private static final String BETWEEN = " \u00A0-/().";

    private PhoneNumbers() {}

    static List<Token> joined(String text, List<Token> tokens) {
        List<Token> joined = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = at;
            while (end < tokens.size() && continues(text, tokens, at, end)) {
                end++;
            }
            if (end > at && isPhone(text, tokens.subList(at, end))) {
                joined.add(new Token(
                        text.substring(
                                tokens.get(at).from(), tokens.get(end - 1).to()),
                        Kind.PHONE,
                        tokens.get(at).from(),
                        tokens.get(end - 1).to()));
                at = end;
            } else {
                joined.add(tokens.get(at));
                at++;
            }
        }
        return joined;
    }

    private static boolean continues(String text, List<Token> tokens, int begin, int at) {
        Token token = tokens.get(at);
        if (token.kind() != Kind.NUMBER || !token.word().chars().allMatch(Character::isDigit) || at - begin > 6) {
            return false;
        }
        return at == begin
                || token.from() - tokens.get(at - 1).to() <= 2
                        && text.substring(tokens.get(at - 1).to(), token.from())
                                .chars()
                                .allMatch(letter -> BETWEEN.indexOf(letter) >= 0);
    }

    private static boolean isPhone(String text, List<Token> numbers) {
        int digits = numbers.stream().mapToInt(number -> number.word().length()).sum();
        int from = numbers.get(0).from();
        boolean begins = text.charAt(from) == '0' || from > 0 && text.charAt(from - 1) == '+';
        return digits <= MOST_DIGITS && (digits >= MANY_DIGITS || begins && digits >= FEW_DIGITS);
    }
}
