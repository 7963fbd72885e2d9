package io.firebreak.wording;

import io.firebreak.wording.PhraseIndex.Search;
import io.firebreak.wording.Sentence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What in a sentence shows that a rule is touched: phrases that all have to stand in it, under some conditions.
 *
 * @param phrases the first one gives the place
 */
record Sign(List<Search> phrases, Conditions conditions) {

    /**
     * What else must stand there, and what must not.
     *
     * @param with one of these in the same sentence; empty when none has to
     * @param unless none of these in the same sentence
     * @param unlessInText none of these in the whole text
     */
    record Conditions(List<Search> with, List<Search> unless, List<Search> unlessInText) {

        /** Those of a rule hold for each of its signs; what has to stand beside it is the sign's own where it has some. */
        Conditions and(Conditions own) {
            return new Conditions(
                    own.with.isEmpty() ? with : own.with,
                    both(unless, own.unless),
                    both(unlessInText, own.unlessInText));
        }

        private static List<Search> both(List<Search> first, List<Search> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }

        private boolean hold(Sentence sentence) {
            return (with.isEmpty() || with.stream().anyMatch(phrase -> isIn(phrase, sentence)))
                    && unless.stream().noneMatch(phrase -> isIn(phrase, sentence));
        }
    }

    /** Whether the text as a whole lets it count. */
    boolean counts(List<Sentence> text) {
        return conditions.unlessInText.stream()
                .noneMatch(phrase -> text.stream().anyMatch(sentence -> isIn(phrase, sentence)));
    }

    /** The words that show it, the first such in the sentence; empty when there are none. */
    Optional<Span> in(Sentence sentence) {
        Optional<Span> first = first(phrases.get(0), sentence);
        boolean shown = first.isPresent()
                && phrases.stream().skip(1).allMatch(phrase -> isIn(phrase, sentence))
                && conditions.hold(sentence);
        return shown ? first : Optional.empty();
    }

    /** All places where the first phrase stands, without those that overlap with one before. */
    List<Span> allIn(Sentence sentence) {
        if (in(sentence).isEmpty()) {
            return List.of();
        }
        List<Span> all = new ArrayList<>();
        for (int at = 0; at < sentence.tokens().size(); at++) {
            Span span = at(phrases.get(0), sentence, at);
            if (span != null) {
                all.add(span);
                at = span.to() - 1;
            }
        }
        return all;
    }

    private static boolean isIn(Search phrase, Sentence sentence) {
        return first(phrase, sentence).isPresent();
    }

    private static Optional<Span> first(Search phrase, Sentence sentence) {
        if (!sentence.phrases().get(phrase.number())) {
            return Optional.empty();
        }
        for (int at = 0; at < sentence.tokens().size(); at++) {
            Span span = at(phrase, sentence, at);
            if (span != null) {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }

    /** The longest that begins there; null for none. */
    private static Span at(Search search, Sentence sentence, int at) {
        if (!sentence.beginnings().get(at).get(search.number())) {
            return null;
        }
        long ends = search.phrase().ends(sentence.tokens(), at) & ~1L;
        return ends == 0 ? null : new Span(at, at + Phrase.LONGEST - Long.numberOfLeadingZeros(ends));
    }
}
