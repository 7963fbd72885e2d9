package io.firebreak.mention;

import io.firebreak.crisis.CaseReference;
import io.firebreak.mention.SearchTermStore.Term;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the case one of whose search terms stands in a text; of several cases the newest. */
final class TermMatcher {

    private static final Comparator<CaseReference> OLDEST_FIRST =
            Comparator.comparingInt(CaseReference::year).thenComparingInt(CaseReference::number);

    private final List<Folded> terms;

    /** A term as it stands in folded texts. */
    private record Folded(CaseReference reference, FoldedText term) {}

    TermMatcher(Collection<Term> terms) {
        this.terms = terms.stream()
                .sorted(Comparator.comparing(Term::reference, OLDEST_FIRST.reversed()))
                .map(term -> new Folded(term.reference(), FoldedText.of(term.term())))
                .toList();
    }

    Optional<CaseReference> caseFor(String text) {
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        FoldedText folded = FoldedText.of(text);
        return terms.stream()
                .filter(term -> folded.holds(term.term()))
                .map(Folded::reference)
                .findFirst();
    }
}
