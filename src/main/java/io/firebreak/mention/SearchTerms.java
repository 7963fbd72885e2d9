package io.firebreak.mention;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.evidence.Evidence;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words by which mentions find a case. */
@Service
class SearchTerms {

    static final int MAXIMUM_TERMS = 50;
    static final int MAXIMUM_LENGTH = 100;

    /** One letter stands in every text. */
    private static final int MINIMUM_LENGTH = 2;

    private static final int AT_ONCE = 1_000;

    private final SearchTermStore store;
    private final MentionStore mentions;
    private final Evidence evidence;
    private final Placing placing;
    private final Cases cases;
    private final Ledger ledger;
    private final String houseBrand;

    SearchTerms(
            SearchTermStore store,
            MentionStore mentions,
            Evidence evidence,
            Placing placing,
            Cases cases,
            Ledger ledger,
            @Value("${firebreak.brand}") String houseBrand) {
        this.store = store;
        this.mentions = mentions;
        this.evidence = evidence;
        this.placing = placing;
        this.cases = cases;
        this.ledger = ledger;
        this.houseBrand = houseBrand;
    }

    @Transactional(readOnly = true)
    List<String> of(CaseReference reference) {
        return store.of(cases.get(reference).reference());
    }

    /**
     * Sets the terms of a case in the place of those before. Mentions of its brand that wait and hold one of them join
     * it at once.
     *
     * @return the terms as they are kept
     * @throws Refusal when a term is not usable or the case is closed
     */
    @Transactional
    List<String> set(CaseReference reference, List<String> asked, Actor actor) {
        List<String> terms = checked(asked);
        String brand = brandOf(cases.get(reference));
        mentions.lockBrands(List.of(brand));
        cases.requireOpen(reference);
        List<String> before = store.of(reference);
        store.set(reference, brand, terms);
        List<String> now = store.of(reference);
        if (!now.equals(before)) {
            ledger.record(new Act(
                            reference.toString(),
                            actor.id(),
                            "mention.searchTermsSet",
                            now.isEmpty()
                                    ? "No search term brings mentions to this case any more."
                                    : "Mentions with one of these join this case: %s."
                                            .formatted(String.join(", ", now)))
                    .with("before", before)
                    .with("now", now));
        }
        placing.record(placing.place(waitingWith(now, reference, brand)), actor);
        return now;
    }

    private List<Placement> waitingWith(List<String> terms, CaseReference reference, String brand) {
        TermMatcher matcher = new TermMatcher(terms.stream()
                .map(term -> new SearchTermStore.Term(reference, term))
                .toList());
        List<Placement> found = new ArrayList<>();
        List<UUID> some = terms.isEmpty() ? List.of() : mentions.waiting(brand, null, AT_ONCE);
        while (!some.isEmpty()) {
            evidence.find(some).values().stream()
                    .filter(item -> !item.isRedacted())
                    .filter(item -> matcher.caseFor(item.text()).isPresent())
                    .forEach(item -> found.add(new Placement(item.id(), reference, JoinedBy.SEARCH_TERM)));
            some = mentions.waiting(brand, some.get(some.size() - 1), AT_ONCE);
        }
        return found;
    }

    /** Each once, whatever its upper and lower case. */
    private static List<String> checked(List<String> asked) {
        if (asked == null) {
            throw Refusal.invalid("terms", "The terms are missing; please send {\"terms\": [\"…\"]}.");
        }
        if (asked.size() > MAXIMUM_TERMS) {
            throw Refusal.invalid(
                    "terms",
                    "%,d search terms are too many, at most %d are taken.".formatted(asked.size(), MAXIMUM_TERMS));
        }
        Problems problems = new Problems();
        Map<String, String> terms = new LinkedHashMap<>();
        for (int index = 0; index < asked.size(); index++) {
            String field = "terms[%d]".formatted(index);
            String term = asked.get(index);
            String checked = problems.collect(() -> checked(field, term));
            if (checked != null) {
                terms.putIfAbsent(FoldedText.of(checked).toString(), checked);
            }
        }
        problems.refuseIfAny();
        return List.copyOf(terms.values());
    }

    private static String checked(String field, String term) {
        String text = TextRule.line(field, "The search term", MAXIMUM_LENGTH).require(term);
        if (text.codePointCount(0, text.length()) < MINIMUM_LENGTH
                || FoldedText.of(text).words().isEmpty()) {
            throw Refusal.invalid(
                    field,
                    "The search term needs %d characters, a letter or digit among them.".formatted(MINIMUM_LENGTH));
        }
        return text;
    }

    private String brandOf(CrisisCase crisisCase) {
        return Objects.requireNonNullElse(crisisCase.brand(), houseBrand);
    }
}
