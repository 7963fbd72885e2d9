package io.firebreak.author;

import io.firebreak.access.Actor;
import io.firebreak.author.AuthorFinding.Investigation;
import io.firebreak.author.AuthorStore.Checked;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was found out about the authors of cases. Signals raise a suspicion at most; a conclusion is a person's, and a
 * competitor is named only by two people with evidence (D4). A new look is added; the newest counts.
 */
@Service
public class Findings {

    /** How many pieces of evidence it takes to name a competitor (D4). */
    public static final int EVIDENCE_FOR_COMPETITOR = 2;

    private static final int MAXIMUM_EVIDENCE = 50;

    private static final TextRule REASON = TextRule.text("reason", "How you came to this conclusion", 5_000);
    private static final TextRule EVIDENCE = TextRule.line("evidence", "A piece of evidence", 2_000);
    private static final TextRule SIGN_REASON = TextRule.text("reason", "Why you don't agree", 5_000);

    private final AuthorStore store;
    private final Cases cases;
    private final AuthorFiles files;
    private final Ledger ledger;
    private final Clock clock;

    Findings(AuthorStore store, Cases cases, AuthorFiles files, Ledger ledger, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The newest finding about the author of a case; empty before anybody looked. */
    @Transactional(readOnly = true)
    public Optional<AuthorFinding> of(CaseReference reference) {
        return store.newestFinding(reference.toString());
    }

    /**
     * What a person saw last.
     *
     * @throws Refusal when nobody has looked yet
     */
    @Transactional(readOnly = true)
    public AuthorCheck lastCheck(CaseReference reference) {
        return newest(reference).known().check();
    }

    /**
     * The open and closed cases of the same brand about what the same author wrote: the same name at the same place, as
     * people entered them. A drill's are those of other drills.
     *
     * @param since cases that were closed earlier are left out
     * @return with the case itself; empty before anybody looked at its author
     */
    @Transactional(readOnly = true)
    public Set<CaseReference> casesOfSameAuthor(CaseReference reference, Instant since) {
        return store.casesOfSameAuthor(reference.toString(), since);
    }

    /** Keeps what a person saw of the author, and beside it what was proposed to them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseReference reference, AuthorCheck check, Actor actor) {
        cases.requireOpen(reference);
        AuthorFile seen = files.of(reference);
        long id = store.add(reference.toString(), check, actor.id(), clock.instant());
        store.addObservations(id, seen.observations());
        ledger.record(act(
                        reference,
                        actor,
                        "author.checked",
                        "%s looked at %s on %s; %s."
                                .formatted(
                                        actor.id(),
                                        check.handle(),
                                        check.place(),
                                        check.orderMatched()
                                                ? "an order or ticket of theirs was found"
                                                : "no order or ticket of theirs was found"))
                .because(check.notes())
                .with("signals", check.signals()));
    }

    /**
     * Keeps what the table says about the newest check.
     *
     * @return whether somebody has to look into a suspicion
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean decide(CaseReference reference, Finding finding, String advice) {
        cases.requireOpen(reference);
        Checked checked = newest(reference);
        store.addFinding(checked.id(), finding, advice, clock.instant());
        ledger.record(act(
                        reference,
                        Actor.FIREBREAK,
                        "author.verified",
                        "The author %s is %s."
                                .formatted(
                                        checked.known().check().handle(),
                                        switch (finding) {
                                            case GENUINE -> "genuine: an order or ticket of theirs was found";
                                            case COORDINATED_SUSPICION -> "under suspicion of acting with others";
                                            case UNCLEAR -> "unclear, and is treated as genuine";
                                        }))
                .because(advice)
                .with("finding", finding.name()));
        return finding == Finding.COORDINATED_SUSPICION;
    }

    /**
     * Keeps what a person concludes from the suspicion.
     *
     * @param evidence texts or links; may be empty unless a competitor is named
     * @param drafters who typed into the form before, by their user ids; they count among the authors
     * @return whether one of management has to countersign
     * @throws Refusal when there is no suspicion, or too little evidence
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean conclude(
            CaseReference reference,
            Conclusion conclusion,
            String reason,
            List<String> evidence,
            Actor actor,
            Set<String> drafters) {
        cases.requireOpen(reference);
        Checked checked = newest(reference);
        if (checked.known().finding() != Finding.COORDINATED_SUSPICION) {
            throw Refusal.conflict("There is no suspicion against the author of %s.".formatted(reference));
        }
        String because = REASON.require(reason);
        List<String> pieces =
                evidence.stream().map(EVIDENCE::require).distinct().toList();
        requireEnough(conclusion, pieces);
        Set<String> authors = new TreeSet<>(drafters);
        authors.add(actor.id());
        store.addConclusion(checked.id(), conclusion, because, pieces, actor.id(), authors, clock.instant());
        ledger.record(act(
                        reference,
                        actor,
                        "author.investigated",
                        "%s concludes about %s: %s."
                                .formatted(
                                        actor.id(),
                                        checked.known().check().handle(),
                                        conclusion == Conclusion.COMPETITOR
                                                ? "a competitor; it holds when one of management countersigns"
                                                : words(conclusion)))
                .because(because)
                .with("conclusion", conclusion.name())
                .with("evidence", pieces));
        return conclusion == Conclusion.COMPETITOR;
    }

    private static void requireEnough(Conclusion conclusion, List<String> evidence) {
        if (evidence.size() > MAXIMUM_EVIDENCE) {
            throw Refusal.invalid("evidence", "At most %d pieces of evidence are taken.".formatted(MAXIMUM_EVIDENCE));
        }
        if (conclusion == Conclusion.COMPETITOR && evidence.size() < EVIDENCE_FOR_COMPETITOR) {
            throw Refusal.invalid(
                    "evidence",
                    "To name a competitor takes at least %d different pieces of evidence, each a text or a link on a line of its own; so far: %d."
                            .formatted(EVIDENCE_FOR_COMPETITOR, evidence.size()));
        }
    }

    /**
     * One of management agrees that a competitor is behind it, or not.
     *
     * @param reason required where they don't agree
     * @throws Refusal when nobody named one, when it is decided already, or when it is one of those who named it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void countersign(CaseReference reference, boolean agreed, String reason, Actor actor) {
        cases.requireOpen(reference);
        Checked checked = newest(reference);
        Investigation found = checked.known().investigation();
        if (found == null || found.conclusion() != Conclusion.COMPETITOR) {
            throw Refusal.conflict("Nobody named a competitor in %s.".formatted(reference));
        }
        if (found.countersignature() != null) {
            throw Refusal.conflict("%s has decided about it already."
                    .formatted(found.countersignature().signedBy()));
        }
        if (found.concludedBy().equals(actor.id())) {
            throw Refusal.notAllowed(
                    "You named the competitor yourself; another one of management has to countersign.");
        }
        if (found.authors().contains(actor.id())) {
            throw Refusal.notAllowed(
                    "You wrote in what names the competitor; another one of management has to countersign.");
        }
        String because = (agreed ? SIGN_REASON.optional() : SIGN_REASON).require(reason);
        store.addCountersignature(
                checked.conclusionId(), found.concludedBy(), agreed, because, actor.id(), clock.instant());
        ledger.record(act(
                        reference,
                        actor,
                        "author.countersigned",
                        agreed
                                ? "%s countersigns that a competitor is behind it.".formatted(actor.id())
                                : "%s does not agree that a competitor is behind it.".formatted(actor.id()))
                .because(because)
                .with("agreed", agreed));
    }

    private Checked newest(CaseReference reference) {
        return store.newestCheck(reference.toString())
                .orElseThrow(() -> Refusal.conflict("Nobody has looked at the author of %s yet.".formatted(reference)));
    }

    private static String words(Conclusion conclusion) {
        return conclusion.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Act act(CaseReference reference, Actor actor, String type, String sentence) {
        return new Act(reference.toString(), actor.id(), type, sentence);
    }
}
