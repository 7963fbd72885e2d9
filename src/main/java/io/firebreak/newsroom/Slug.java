package io.firebreak.newsroom;

import com.ibm.icu.text.Transliterator;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * The last part of a statement's address: the day, and the title in letters that every keyboard has. It begins with
 * the day, so no title can take the place of another route of the newsroom.
 */
record Slug(String text) {

    private static final int MAXIMUM_TITLE_LENGTH = 70;
    private static final String WITHOUT_LETTERS = "statement";

    static Slug of(LocalDate day, String title) {
        String words = shortened(inPlainLetters(title));
        return new Slug(day + "-" + (words.isEmpty() ? WITHOUT_LETTERS : words));
    }

    /** The slug itself, or with the first number behind it that makes it free. */
    String firstFree(Predicate<String> taken) {
        String candidate = text;
        for (int number = 2; taken.test(candidate); number++) {
            candidate = text + "-" + number;
        }
        return candidate;
    }

    private static String inPlainLetters(String title) {
        // an instance of our own: transliterators are not made for several threads
        String latin = Transliterator.getInstance("Any-Latin; NFD; [:Mn:] Remove; Latin-ASCII; Lower")
                .transliterate(title);
        return latin.replaceAll("['’ʼ`]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String shortened(String words) {
        if (words.length() <= MAXIMUM_TITLE_LENGTH) {
            return words;
        }
        int lastBreak = words.lastIndexOf('-', MAXIMUM_TITLE_LENGTH);
        return words.substring(0, lastBreak > 0 ? lastBreak : MAXIMUM_TITLE_LENGTH);
    }
}
