package io.firebreak.language;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.ListFormatter.Type;
import com.ibm.icu.text.ListFormatter.Width;
import io.firebreak.rule.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises rows of names and phrases, as {@link Listing} makes them, and says them in another language. A row that holds
 * anything else, such as words that somebody wrote, is none.
 */
final class TranslatedListing {

    /** What people and channels are called in sentences: one word, as in {@code shop-mastodon}. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]*");

    private final ListFormatter and;
    private final ListFormatter or;
    private final UnaryOperator<String> words;

    /**
     * @param words says a phrase of ours; what is none stays
     */
    TranslatedListing(Locale locale, UnaryOperator<String> words) {
        this.words = words;
        and = ListFormatter.getInstance(locale, Type.AND, Width.WIDE);
        or = ListFormatter.getInstance(locale, Type.OR, Width.WIDE);
    }

    /**
     * The row in the other language; empty when it is none.
     *
     * @param phrases says a phrase of ours; empty when it is none
     */
    Optional<String> say(String text, Function<String, Optional<String>> phrases) {
        if (Stream.of(Listing.AND, Listing.OR, Listing.COMMA).noneMatch(text::contains)) {
            return Optional.empty();
        }
        return all(List.of(text.split(Listing.THEN)), step -> allOf(step, phrases))
                .map(steps -> String.join(words.apply(Listing.THEN), steps));
    }

    private Optional<String> allOf(String text, Function<String, Optional<String>> phrases) {
        return row(text, Listing.AND, and, item -> oneOf(item, phrases));
    }

    private Optional<String> oneOf(String text, Function<String, Optional<String>> phrases) {
        return text.contains(Listing.OR)
                ? row(text, Listing.OR, or, item -> item(item, phrases))
                : all(List.of(text.split(Listing.COMMA)), item -> item(item, phrases))
                        .map(items -> String.join(Listing.COMMA, items));
    }

    private static Optional<String> item(String text, Function<String, Optional<String>> phrases) {
        return phrases.apply(text).or(() -> NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    }

    private static Optional<String> row(
            String text, String joiner, ListFormatter format, Function<String, Optional<String>> items) {
        if (!text.contains(joiner)) {
            return items.apply(text);
        }
        return all(List.of(text.split(joiner + "|" + Listing.COMMA)), items).map(format::format);
    }

    /** All of them said; empty when one of them can't be. */
    private static Optional<List<String>> all(List<String> texts, Function<String, Optional<String>> saying) {
        List<String> said = new ArrayList<>();
        for (String text : texts) {
            Optional<String> one = saying.apply(text);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            said.add(one.get());
        }
        return Optional.of(said);
    }
}
