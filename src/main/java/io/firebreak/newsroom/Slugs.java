package io.firebreak.newsroom;

import com.ibm.icu.text.Transliterator;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names of pages: the day and the title in plain Latin letters, as in {@code 2026-11-21-przepraszamy-za-zolw}.
 *
 * <p>They hold nothing but {@code a-z 0-9 -}, so that an address reads the same in every mail, chat and log, and they
 * start with a digit, so that none can collide with a file of the site.
 */
final class Slugs {

    private static final int TITLE_LENGTH = 60;
    private static final String UNNAMEABLE = "statement";
    private static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private Slugs() {}

    /** The names to try in turn until one is free; without end. */
    static Stream<String> candidates(LocalDate day, String title) {
        String first = day + "-" + titlePart(title);
        return IntStream.iterate(1, n -> n + 1).mapToObj(n -> n == 1 ? first : first + "-" + n);
    }

    private static String titlePart(String title) {
        String words = TO_ASCII.transliterate(title)
                .replaceAll("['’ʼ`]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words.isEmpty() ? UNNAMEABLE : shorten(words);
    }

    private static String shorten(String words) {
        if (words.length() <= TITLE_LENGTH) {
            return words;
        }
        int lastWholeWord = words.lastIndexOf('-', TITLE_LENGTH);
        return words.substring(0, lastWholeWord > 0 ? lastWholeWord : TITLE_LENGTH);
    }
}
