package io.firebreak.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant who wrote a word that is not known. */
public final class Suggestion {

    /** Letters that may differ. */
    private static final LevenshteinDistance CLOSE = new LevenshteinDistance(3);

    private static final int LISTED = 12;
    private static final int LONGEST_WORD = 80;
    private static final int MOST_COMPARED = 1_000;

    private Suggestion() {}

    /** The closest known word as a question, or a few of those that are known. */
    public static String of(String word, Collection<String> known) {
        return closest(word, known)
                .map(close -> "Did you mean %s?".formatted(close))
                .orElseGet(() -> known.isEmpty() ? "None is known." : "Known: %s.".formatted(listed(known)));
    }

    public static Optional<String> closest(String word, Collection<String> known) {
        if (word.length() > LONGEST_WORD || known.size() > MOST_COMPARED) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> distance(word, candidate) >= 0)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Minus one when the two are not close; of short words less may differ. */
    private static int distance(String word, String candidate) {
        int distance = CLOSE.apply(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
        return distance * 2 <= Math.max(word.length(), 2) ? distance : -1;
    }

    private static String listed(Collection<String> known) {
        List<String> first = known.stream().sorted().limit(LISTED).toList();
        return String.join(", ", first) + (known.size() > LISTED ? " and others" : "");
    }
}
