package io.firebreak.reply;

import io.firebreak.access.Actor;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseProcess;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.Severity;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a comment: what it needs, how the other side took the reply, and when it is more than a comment. */
@Service
public class Comments {

    private static final TextRule AREA = TextRule.line("area", "The name of the area", 100);
    private static final TextRule QUESTION = TextRule.text("question", "The question to the area", 2_000);
    private static final TextRule REASON = TextRule.text("reason", "Why it is more than a comment", 2_000);
    private static final TextRule WORDS = TextRule.text("words", "What they wrote", 10_000);

    private final ReplyStore store;
    private final Cases cases;
    private final Assessments assessments;
    private final CaseFacts facts;
    private final CaseProcess process;
    private final Ledger ledger;
    private final Clock clock;

    Comments(
            ReplyStore store,
            Cases cases,
            Assessments assessments,
            CaseFacts facts,
            CaseProcess process,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.assessments = assessments;
        this.facts = facts;
        this.process = process;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the comment needs, as somebody decided last; empty before. */
    @Transactional(readOnly = true)
    public Optional<ReplyPlan> planOf(CaseReference reference) {
        return store.newestPlan(reference.toString());
    }

    /** How the other side took the replies, oldest first. */
    @Transactional(readOnly = true)
    public List<Settlement> settlementsOf(CaseReference reference) {
        return store.settlementsOf(reference.toString());
    }

    /** The comment can be answered with what is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void planAnswer(CaseReference reference, Actor actor) {
        plan(reference, ReplyNeed.ANSWER, null, null, null, actor);
        ledger.record(act(reference, actor, "reply.planned", "The comment can be answered with what is known."));
    }

    /** An area of the house is asked before the reply is written. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askArea(CaseReference reference, String area, String question, Actor actor) {
        String named = AREA.require(area);
        String asked = QUESTION.require(question);
        plan(reference, ReplyNeed.ASK_AREA, named, asked, null, actor);
        ledger.record(act(reference, actor, "reply.planned", "The reply needs the word of %s.".formatted(named))
                .because(asked));
    }

    /** The word of the area that was asked; it is a fact of the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void areaSays(CaseReference reference, String word, Actor actor) {
        ReplyPlan plan = planOf(reference)
                .filter(newest -> newest.area() != null)
                .orElseThrow(() -> Refusal.conflict("No area was asked in %s.".formatted(reference)));
        facts.provide(reference, plan.area(), word, actor);
    }

    /**
     * Before it is answered, the comment turns out to be more.
     *
     * @param severity S3 or graver
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void planCrisis(CaseReference reference, Severity severity, String reason, Actor actor) {
        plan(reference, ReplyNeed.CRISIS, null, null, REASON.require(reason), actor);
        becameCrisis(reference, severity, reason, actor);
    }

    private void plan(
            CaseReference reference, ReplyNeed need, String area, String question, String reason, Actor actor) {
        cases.requireOpen(reference);
        store.add(reference.toString(), new ReplyPlan(need, area, question, reason, actor.id(), clock.instant()));
    }

    /** They were answered, and it is calm. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void calm(CaseReference reference, String words, Actor actor) {
        settle(reference, Outcome.CALM, WORDS.optional().require(words), actor);
    }

    /**
     * They wrote again; another reply follows.
     *
     * @param newFacts what became known with it; null where nothing did
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answeredAgain(CaseReference reference, String words, String newFacts, Actor actor) {
        settle(reference, Outcome.ANSWERED_AGAIN, WORDS.require(words), actor);
        if (newFacts != null && !newFacts.isBlank()) {
            facts.tell(reference, newFacts, actor);
        }
    }

    /**
     * After a reply, the comment turned out to be more.
     *
     * @param severity S3 or graver
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void crisisAfterReply(CaseReference reference, String words, Severity severity, String reason, Actor actor) {
        settle(reference, Outcome.CRISIS, WORDS.optional().require(words), actor);
        becameCrisis(reference, severity, reason, actor);
    }

    /** Tells whoever leads the case that it goes on as a crisis; what was found out stays with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void goOnAsCrisis(CaseReference reference) {
        process.severityChanged(
                reference, Severity.S4, cases.requireOpen(reference).severity());
    }

    private void settle(CaseReference reference, Outcome outcome, String words, Actor actor) {
        cases.requireOpen(reference);
        Reply reply = lastSent(reference)
                .filter(sent ->
                        settlementsOf(reference).stream().noneMatch(settlement -> settlement.number() == sent.number()))
                .orElseThrow(() -> Refusal.conflict("No reply of %s waits for an answer.".formatted(reference)));
        store.add(reference.toString(), reply.id(), outcome, words, actor.id(), clock.instant());
        ledger.record(act(
                        reference,
                        actor,
                        "comment.settled",
                        switch (outcome) {
                            case CALM -> "The comment is answered, and it is calm.";
                            case ANSWERED_AGAIN -> "They wrote again after reply %d.".formatted(reply.number());
                            case CRISIS -> "After reply %d it is more than a comment.".formatted(reply.number());
                        })
                .because(words)
                .with("outcome", outcome.name()));
    }

    private Optional<Reply> lastSent(CaseReference reference) {
        return store.repliesOf(reference.toString()).stream()
                .filter(Reply::isSent)
                .reduce((earlier, later) -> later);
    }

    private void becameCrisis(CaseReference reference, Severity severity, String reason, Actor actor) {
        String because = REASON.require(reason);
        if (severity == Severity.S4) {
            throw Refusal.invalid(
                    "severity", "A crisis is S3 or graver; S4 is one comment. Please choose S1, S2 or S3.");
        }
        CrisisCase open = cases.requireOpen(reference);
        // somebody may have raised it meanwhile; theirs stays
        if (open.severity() == Severity.S4) {
            assessments.change(reference, severity, because, actor);
        }
        ledger.record(act(reference, actor, "comment.becameCrisis", "The comment became a crisis.")
                .because(because));
    }

    private static Act act(CaseReference reference, Actor actor, String type, String sentence) {
        return new Act(reference.toString(), actor.id(), type, sentence);
    }
}
