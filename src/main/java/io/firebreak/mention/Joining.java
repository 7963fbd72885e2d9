package io.firebreak.mention;

import static java.util.stream.Collectors.groupingBy;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.OpenCases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the open case of the same brand to which a mention belongs: first by its thread, then by the post to which a
 * case's report links, then by a search term.
 */
@Component
class Joining {

    private final MentionStore mentions;
    private final SearchTermStore terms;
    private final OpenCases openCases;

    Joining(MentionStore mentions, SearchTermStore terms, OpenCases openCases) {
        this.mentions = mentions;
        this.terms = terms;
        this.openCases = openCases;
    }

    /** Where the mentions belong, as far as they belong to a case at all. */
    List<Placement> find(Collection<NewMention> fresh) {
        List<Placement> found = new ArrayList<>();
        fresh.stream()
                .collect(groupingBy(NewMention::brand))
                .forEach((brand, ofBrand) -> found.addAll(find(brand, ofBrand)));
        return found;
    }

    private List<Placement> find(String brand, List<NewMention> fresh) {
        Map<String, CaseReference> byThread = mentions.casesOfThreads(
                fresh.stream().map(NewMention::threadIdentity).toList());
        Set<CaseReference> openByThread = openCases.among(Set.copyOf(byThread.values()));
        Map<String, CaseReference> bySource = openCases.bySourceUrl(brand, addresses(fresh));
        TermMatcher byTerm = openTerms(brand);
        return fresh.stream()
                .map(mention -> {
                    CaseReference ofThread = byThread.get(mention.threadIdentity());
                    if (ofThread != null && openByThread.contains(ofThread)) {
                        return new Placement(mention.id(), ofThread, JoinedBy.THREAD);
                    }
                    return bySource(mention, bySource)
                            .or(() -> byTerm.caseFor(mention.text())
                                    .map(reference -> new Placement(mention.id(), reference, JoinedBy.SEARCH_TERM)))
                            .orElse(null);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private static Optional<Placement> bySource(NewMention mention, Map<String, CaseReference> bySource) {
        return Stream.of(mention.thread(), mention.url())
                .filter(Objects::nonNull)
                .map(bySource::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(reference -> new Placement(mention.id(), reference, JoinedBy.THREAD));
    }

    private static Set<String> addresses(List<NewMention> fresh) {
        return fresh.stream()
                .flatMap(mention -> Stream.of(mention.thread(), mention.url()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private TermMatcher openTerms(String brand) {
        List<SearchTermStore.Term> ofBrand = terms.ofBrand(brand);
        Set<CaseReference> open = openCases.among(
                ofBrand.stream().map(SearchTermStore.Term::reference).collect(Collectors.toSet()));
        return new TermMatcher(
                ofBrand.stream().filter(term -> open.contains(term.reference())).toList());
    }
}
