package io.firebreak.wording;

import io.firebreak.likeness.Wordprint;
import io.firebreak.wording.Finding.Place;

/** Looks whether a text is one that was sent before, with a name or a word changed. */
final class CopyCheck {

    /** In words. Shorter ones, such as a word of thanks, are alike by nature. */
    private static final int SHORTEST = 9;

    private CopyCheck() {}

    static void check(ReadText text, RuleBook book, Found found) {
        Wordprint own = Wordprint.of(text.wording().body());
        if (own.words().size() < SHORTEST) {
            return;
        }
        boolean copied = text.wording().earlierTexts().stream()
                .map(Wordprint::of)
                .anyMatch(earlier -> earlier.words().size() >= SHORTEST && own.likeness(earlier) >= book.copied());
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
}
