package io.firebreak.publishing.channel;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Characters as people see them: a letter with its accents or a family of four is one. The JDK's own iterator takes some
 * emoji apart.
 */
public final class Graphemes {

    private Graphemes() {}

    public static int count(String text) {
        BreakIterator characters = iterator(text);
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    static BreakIterator iterator(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        return characters;
    }
}
