package io.firebreak.wording;

import io.firebreak.wording.Finding.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.CosineSimilarity;

/**
 * Looks whether a text is one that was sent before, with a name or a word changed. Two texts are compared by the pairs
 * of words that follow each other in them, which takes no longer than reading both.
 */
final class CopyCheck {

    /** Shorter ones, such as a word of thanks, are alike by nature. */
    private static final int SHORTEST = 8;

    private CopyCheck() {}

    static void check(ReadText text, RuleBook book, Found found) {
        Map<CharSequence, Integer> own = pairs(text.wording().body());
        if (own.size() < SHORTEST) {
            return;
        }
        boolean copied = text.wording().earlierTexts().stream()
                .map(CopyCheck::pairs)
                .anyMatch(earlier -> earlier.size() >= SHORTEST
                        && new CosineSimilarity().cosineSimilarity(own, earlier) >= book.copied());
        if (copied) {
            Place whole = new Place(Finding.Field.BODY, 0, text.wording().body().length());
            if (text.wording().purpose() == Wording.Purpose.REPLY) {
                found.add(Rule.COPIED, whole);
            } else {
                // a text to everybody may have to say the same once more
                found.guess(Rule.COPIED, whole);
            }
        }
    }

    private static Map<CharSequence, Integer> pairs(String text) {
        List<Token> tokens = Tokens.of(text);
        Map<CharSequence, Integer> pairs = new HashMap<>();
        for (int at = 0; at + 1 < tokens.size(); at++) {
            pairs.merge(tokens.get(at).word() + " " + tokens.get(at + 1).word(), 1, Integer::sum);
        }
        return pairs;
    }
}
