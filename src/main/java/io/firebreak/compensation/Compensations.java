package io.firebreak.compensation;

import io.firebreak.access.Actor;
import io.firebreak.access.Role;
import io.firebreak.author.AuthorFinding;
import io.firebreak.author.AuthorFinding.Standing;
import io.firebreak.author.Findings;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.PublicRecord;
import io.firebreak.engine.Staff;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people who were affected are offered: in private, after an explanation, within the budget of the crisis plan, by one
 * person and with the agreement of another (D3; S67, S68). An agreement may come after the case was closed: what was
 * proposed is never lost.
 */
@Service
public class Compensations {

    private static final Set<Standing> NOT_TO_BE_COMPENSATED =
            Set.of(Standing.SUSPICION, Standing.COORDINATED, Standing.COMPETITOR);

    private static final TextRule AFFECTED =
            TextRule.text("affected", "How you know that this person was affected", 2_000);
    private static final TextRule REASON = TextRule.text("reason", "Why you don't agree", 2_000);
    private static final TextRule PROOF = TextRule.text("proof", "How it can be seen that they have it", 2_000);
    private static final TextRule WHY_NOT = TextRule.text("reason", "Why it was not handed over", 2_000);

    private final CompensationStore store;
    private final Budgets budgets;
    private final CompensationProcess process;
    private final Explanations explanations;
    private final PublicRecord publicRecord;
    private final Cases cases;
    private final Findings findings;
    private final Staff staff;
    private final Ledger ledger;
    private final Clock clock;

    Compensations(
            CompensationStore store,
            Budgets budgets,
            CompensationProcess process,
            Explanations explanations,
            PublicRecord publicRecord,
            Cases cases,
            Findings findings,
            Staff staff,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.budgets = budgets;
        this.process = process;
        this.explanations = explanations;
        this.publicRecord = publicRecord;
        this.cases = cases;
        this.findings = findings;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** One of them by its id; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<Compensation> find(UUID id) {
        return store.find(id);
    }

    /** All of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Compensation> of(CaseReference reference) {
        return store.of(cases.get(reference).reference().toString());
    }

    /**
     * Proposes to offer something to the author of a comment.
     *
     * @param drafters who typed into the form before, by their user ids; they count among the authors
     * @throws Refusal when nobody has looked at the author yet, and as {@link #propose}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Compensation proposeToAuthor(CaseReference reference, Offer offer, Actor actor, Set<String> drafters) {
        Recipient author = findings.of(reference)
                .map(found -> new Recipient(
                        found.check().handle(),
                        found.check().place(),
                        found.check().orderNumber()))
                .orElseThrow(
                        () -> Refusal.conflict("Nobody has looked at the author of %s yet; please have that done first."
                                .formatted(reference)));
        return propose(reference, author, offer, actor, drafters);
    }

    /**
     * Proposes to offer something to one person; a second person is asked to agree.
     *
     * @param drafters who typed into the form before, by their user ids; they count among the authors
     * @throws Refusal when nothing was explained yet, a suspicion is against the person, or the budget does not allow it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Compensation propose(
            CaseReference reference, Recipient recipient, Offer offer, Actor actor, Set<String> drafters) {
        CrisisCase open = cases.requireOpen(reference);
        requireExplained(reference);
        requireNoSuspicion(reference, recipient);
        budgets.requireLeft(open, recipient, offer);
        Set<String> authors = new TreeSet<>(drafters);
        authors.add(actor.id());
        Compensation proposed = new Compensation(
                UUID.randomUUID(), reference, recipient, offer, actor.id(), clock.instant(), authors, null, null);
        store.add(proposed);
        ledger.record(act(
                        proposed,
                        actor,
                        "compensation.proposed",
                        "%s proposes to offer %s to %s in private, %s."
                                .formatted(
                                        actor.id(),
                                        sum(offer),
                                        recipient.handle(),
                                        offer.way().words()))
                .because(offer.reason()));
        process.begin(proposed);
        return proposed;
    }

    /**
     * Agrees, which binds the money.
     *
     * @param affected how they know that the person was affected; required where no order or ticket says it, and then said
     *     by a crisis lead
     * @throws Refusal when it is decided already, when it is one of those who wrote in the proposal, or when the budget does not allow it
     *     any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void agree(UUID id, String affected, Actor actor) {
        Compensation proposed = undecided(id);
        try {
            requireSecondPerson(proposed, actor);
            requireNoSuspicion(proposed.reference(), proposed.recipient());
            String known = affectedBy(proposed, affected, actor);
            CrisisCase crisisCase = cases.get(proposed.reference());
            store.lockBudget(crisisCase.brand());
            budgets.requireLeft(crisisCase, proposed.recipient(), proposed.offer());
            store.add(
                    id,
                    proposed.proposedBy(),
                    new Compensation.Decision(true, known, null, actor.id(), clock.instant()));
            ledger.record(act(
                            proposed,
                            actor,
                            "compensation.agreed",
                            "%s agrees to offer %s to %s."
                                    .formatted(
                                            actor.id(),
                                            sum(proposed.offer()),
                                            proposed.recipient().handle()))
                    .because(known));
        } catch (Refusal refusal) {
            ledger.recordApart(act(
                            proposed,
                            actor,
                            "compensation.notAgreed",
                            "%s tried to agree to a compensation.".formatted(actor.id()))
                    .because(refusal.getMessage()));
            throw refusal;
        }
    }

    private static void requireSecondPerson(Compensation proposed, Actor actor) {
        if (proposed.proposedBy().equals(actor.id())) {
            throw Refusal.notAllowed("You proposed this compensation; somebody else decides about it.");
        }
        if (proposed.authors().contains(actor.id())) {
            throw Refusal.notAllowed("You wrote in this proposal; somebody else decides about it.");
        }
    }

    private String affectedBy(Compensation proposed, String affected, Actor actor) {
        if (proposed.recipient().orderNumber() != null) {
            return AFFECTED.optional().require(affected);
        }
        String word = AFFECTED.require(affected);
        if (!staff.isAny(actor.id(), Role.CRISIS_LEAD)) {
            throw Refusal.notAllowed(
                    "No order or ticket shows that %s was affected; only a crisis lead can say so. Please ask one to take this task."
                            .formatted(proposed.recipient().handle()));
        }
        return word;
    }

    /**
     * Says no; that is the end of it.
     *
     * @param reason required
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(UUID id, String reason, Actor actor) {
        Compensation proposed = undecided(id);
        String because = REASON.require(reason);
        requireSecondPerson(proposed, actor);
        store.add(
                id,
                proposed.proposedBy(),
                new Compensation.Decision(false, null, because, actor.id(), clock.instant()));
        ledger.record(act(
                        proposed,
                        actor,
                        "compensation.refused",
                        "%s does not agree to offer %s to %s."
                                .formatted(
                                        actor.id(),
                                        sum(proposed.offer()),
                                        proposed.recipient().handle()))
                .because(because));
    }

    /**
     * The person has it.
     *
     * @param proof how it can be seen
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(UUID id, String proof, Actor actor) {
        Compensation agreed = toHandOver(id);
        end(agreed, true, PROOF.require(proof), actor);
    }

    /**
     * It is not handed over after all; the money is free again.
     *
     * @param reason why not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepBack(UUID id, String reason, Actor actor) {
        Compensation agreed = toHandOver(id);
        end(agreed, false, WHY_NOT.require(reason), actor);
    }

    private void end(Compensation agreed, boolean given, String proof, Actor actor) {
        store.add(agreed.id(), new Compensation.End(given, proof, actor.id(), clock.instant()));
        ledger.record(act(
                        agreed,
                        actor,
                        given ? "compensation.given" : "compensation.keptBack",
                        (given ? "%s gave %s to %s, %s." : "%s did not give %s to %s, %s.")
                                .formatted(
                                        actor.id(),
                                        sum(agreed.offer()),
                                        agreed.recipient().handle(),
                                        agreed.offer().way().words()))
                .because(proof));
    }

    private Compensation undecided(UUID id) {
        Compensation proposed = locked(id);
        if (proposed.decision() != null) {
            throw Refusal.conflict("%s has decided about this compensation already; please open the task again."
                    .formatted(proposed.decision().decidedBy()));
        }
        return proposed;
    }

    private Compensation toHandOver(UUID id) {
        Compensation agreed = locked(id);
        if (agreed.end() != null) {
            throw Refusal.conflict("%s has settled this compensation already; please open the task again."
                    .formatted(agreed.end().endedBy()));
        }
        if (agreed.state() != Compensation.State.AGREED) {
            throw Refusal.conflict("Nobody else has agreed to this compensation, so it is not handed over.");
        }
        return agreed;
    }

    /** Until the transaction ends, nobody else decides about it. */
    private Compensation locked(UUID id) {
        if (id == null) {
            throw Refusal.conflict("This task is about no compensation; please ask who designs the processes.");
        }
        Compensation known = found(id);
        cases.lock(known.reference());
        return found(id);
    }

    private Compensation found(UUID id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("There is no such compensation."));
    }

    private void requireExplained(CaseReference reference) {
        if (!explanations.isExplained(reference) && !publicRecord.mayBePublic(reference)) {
            throw Refusal.conflict("Compensation is offered after an explanation; please send a reply first.");
        }
    }

    private void requireNoSuspicion(CaseReference reference, Recipient recipient) {
        findings.of(reference)
                .filter(finding -> NOT_TO_BE_COMPENSATED.contains(finding.standing()))
                .filter(finding -> isAbout(finding, recipient))
                .ifPresent(finding -> {
                    throw Refusal.conflict(
                            "Compensation is for those who were affected; there is a suspicion against %s."
                                    .formatted(finding.check().handle()));
                });
    }

    private static boolean isAbout(AuthorFinding finding, Recipient recipient) {
        return finding.check().isBy(recipient.handle(), recipient.place());
    }

    private static String sum(Offer offer) {
        return "%s %s".formatted(offer.amount().toPlainString(), offer.currency());
    }

    private static Act act(Compensation compensation, Actor actor, String type, String sentence) {
        return new Act(compensation.reference().toString(), actor.id(), type, sentence)
                .with("compensation", compensation.id().toString())
                .with("amount", compensation.offer().amount().toPlainString())
                .with("currency", compensation.offer().currency());
    }
}
