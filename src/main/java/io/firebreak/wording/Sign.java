package io.firebreak.wording;

import io.firebreak.wording.PhraseIndex.Search;
import io.firebreak.wording.Sentence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What in a sentence shows that a rule is touched: phrases that all have to stand in it, and others of which none may.
 *
 * @param phrases the first one gives the place
 */
record Sign(List<Search> phrases, List<Search> unless) {

    /** The words that show it, the first such in the sentence; empty when there are none. */
    Optional<Span> in(Sentence sentence) {
        Optional<Span> first = first(phrases.get(0), sentence);
        if (first.isEmpty()
                || phrases.stream().skip(1).anyMatch(phrase -> first(phrase, sentence)
                        .isEmpty())
                || unless.stream().anyMatch(phrase -> first(phrase, sentence).isPresent())) {
            return Optional.empty();
        }
        return first;
    }

    /** All places where the first phrase stands, without those that overlap with one before. */
    List<Span> allIn(Sentence sentence) {
        List<Span> all = new ArrayList<>();
        if (in(sentence).isPresent()) {
            for (int at = 0; at < sentence.tokens().size(); at++) {
                Span span = at(phrases.get(0), sentence, at);
                if (span != null) {
                    all.add(span);
                    at = span.to() - 1;
                }
            }
        }
        return all;
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
