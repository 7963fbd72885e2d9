package io.firebreak.mention;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseMerged;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.OpenCases;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mentions that were taken in, and how people move them. */
@Service
class Mentions {

    private final MentionStore store;
    private final SearchTermStore terms;
    private final Cases cases;
    private final OpenCases openCases;
    private final Placing placing;
    private final Ledger ledger;

    Mentions(
            MentionStore store,
            SearchTermStore terms,
            Cases cases,
            OpenCases openCases,
            Placing placing,
            Ledger ledger) {
        this.store = store;
        this.terms = terms;
        this.cases = cases;
        this.openCases = openCases;
        this.placing = placing;
        this.ledger = ledger;
    }

    @Transactional(readOnly = true)
    MentionStore.Found list(MentionSearch search) {
        return store.page(search);
    }

    /**
     * Moves a mention to a case, with its evidence; what waits of its thread goes with it, and so does what comes later
     * in it. Moving it to where it is does nothing.
     *
     * @throws Refusal when there is no such mention or case, or the case is closed
     */
    @Transactional
    Mention move(UUID id, CaseReference to, Actor actor) {
        store.lockBrands(List.of(get(id).brand()));
        CaseReference from = get(id).caseReference();
        if (to.equals(from)) {
            return get(id);
        }
        openCases.lock(Stream.of(to, from).filter(Objects::nonNull).toList());
        cases.requireOpen(to);
        Mention mention = get(id);
        if (!Objects.equals(mention.caseReference(), from)) {
            throw Refusal.conflict("Somebody else moved this mention just now; please look where it is.");
        }
        List<Placement> moved = new ArrayList<>(placing.place(List.of(new Placement(id, to, JoinedBy.PERSON))));
        recordMove(mention, to, moved.size() - 1, actor);
        return get(id);
    }

    private void recordMove(Mention mention, CaseReference to, int followers, Actor actor) {
        CaseReference from = mention.caseReference();
        String follow = followers == 0 ? "" : "; %s of its thread followed".formatted(Words.waiting(followers));
        ledger.record(new Act(
                        to.toString(),
                        actor.id(),
                        "mention.moved",
                        "A mention came from %s%s."
                                .formatted(from == null ? "the list of unassigned mentions" : from, follow))
                .with("mention", mention.id().toString())
                .with("from", from == null ? "" : from.toString())
                .with("followers", followers));
        if (from != null) {
            ledger.record(
                    new Act(from.toString(), actor.id(), "mention.movedAway", "A mention went to %s.".formatted(to))
                            .with("mention", mention.id().toString())
                            .with("to", to.toString()));
        }
    }

    /** The mentions and the search terms of a case that was merged away go to the case that goes on. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveWithCase(CaseMerged merged) {
        CaseReference into = merged.into();
        int moved = store.moveAll(merged.from(), into);
        List<String> words = terms.of(merged.from());
        terms.move(merged.from(), into);
        if (moved > 0 || !words.isEmpty()) {
            ledger.record(new Act(
                            into.toString(),
                            merged.actor().id(),
                            "mention.cameWithCase",
                            "%s and %s came from %s."
                                    .formatted(Words.mentions(moved), Words.terms(words.size()), merged.from()))
                    .with("from", merged.from().toString())
                    .with("mentions", moved)
                    .with("searchTerms", words));
        }
    }

    private Mention get(UUID id) {
        return store.find(id)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no mention with this id; GET /api/mentions lists them with their ids."));
    }
}
