package io.firebreak.compensation;

import io.firebreak.access.Actor;
import io.firebreak.author.Findings;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
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

    private static final TextRule REASON = TextRule.text("reason", "Why you don't agree", 2_000);
    private static final TextRule PROOF = TextRule.text("proof", "How it can be seen that they have it", 2_000);
    private static final TextRule WHY_NOT = TextRule.text("reason", "Why it was not handed over", 2_000);

    private final CompensationStore store;
    private final CompensationConditions conditions;
    private final Budgets budgets;
    private final CompensationRecords records;
    private final CompensationProcess process;
    private final Cases cases;
    private final Findings findings;
    private final Clock clock;

    Compensations(
            CompensationStore store,
            CompensationConditions conditions,
            Budgets budgets,
            CompensationRecords records,
            CompensationProcess process,
            Cases cases,
            Findings findings,
            Clock clock) {
        this.store = store;
        this.conditions = conditions;
        this.budgets = budgets;
        this.records = records;
        this.process = process;
        this.cases = cases;
        this.findings = findings;
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
        conditions.requireExplained(reference);
        conditions.requireNoSuspicion(reference, recipient);
        budgets.requireLeft(open, recipient, offer);
        Set<String> authors = new TreeSet<>(drafters);
        authors.add(actor.id());
        Compensation proposed = new Compensation(
                UUID.randomUUID(), reference, recipient, offer, actor.id(), clock.instant(), authors, null, null);
        store.add(proposed);
        records.proposed(proposed, actor);
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
            conditions.requireSecondPerson(proposed, actor);
            conditions.requireNoSuspicion(proposed.reference(), proposed.recipient());
            String known = conditions.requireAffected(proposed, affected, actor);
            CrisisCase crisisCase = cases.get(proposed.reference());
            store.lockBudget(crisisCase.brand());
            budgets.requireLeft(crisisCase, proposed.recipient(), proposed.offer());
            store.add(
                    id,
                    proposed.proposedBy(),
                    new Compensation.Decision(true, known, null, actor.id(), clock.instant()));
            records.agreed(proposed, known, actor);
        } catch (Refusal refusal) {
            records.notAgreed(proposed, refusal, actor);
            throw refusal;
        }
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
        conditions.requireSecondPerson(proposed, actor);
        store.add(
                id,
                proposed.proposedBy(),
                new Compensation.Decision(false, null, because, actor.id(), clock.instant()));
        records.refused(proposed, because, actor);
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
        records.ended(agreed, given, proof, actor);
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
}
