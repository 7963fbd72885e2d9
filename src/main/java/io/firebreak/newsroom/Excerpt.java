package io.firebreak.newsroom;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text, ended between two words. */
final class Excerpt {

    private static final int MAXIMUM_LENGTH = 280;

    private Excerpt() {}

    static String of(String text, Locale language) {
        if (text.length() <= MAXIMUM_LENGTH) {
            return text;
        }
        BreakIterator words = BreakIterator.getWordInstance(language);
        words.setText(text);
        int end = words.preceding(MAXIMUM_LENGTH);
        return text.substring(0, end > 0 ? end : characterBefore(text)).strip() + " …";
    }

    /** A single endless word is cut, though never inside of what a reader takes for one character. */
    private static int characterBefore(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text);
        return characters.preceding(MAXIMUM_LENGTH);
    }
}
