package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people find out about an incident, how bad it is and how much time there is. */
@Service
public class Assessments {

    private static final TextRule REASON = TextRule.text("severityReason", "The reason for the severity", 2_000);

    private final CaseStore store;
    private final Cases cases;
    private final CoolDowns coolDowns;
    private final Freezes freezes;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Assessments(
            CaseStore store,
            Cases cases,
            CoolDowns coolDowns,
            Freezes freezes,
            Ledger ledger,
            ApplicationEventPublisher events) {
        this.events = events;
        this.store = store;
        this.cases = cases;
        this.coolDowns = coolDowns;
        this.freezes = freezes;
        this.ledger = ledger;
    }

    /**
     * Keeps what was found out about the incident, and the severity that the person confirms.
     *
     * @param confirmed null to take what the table advises
     * @param reason why it differs from the advice; may be left out where it is worse
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assess(CaseReference reference, IncidentFacts facts, Severity confirmed, String reason, Actor actor) {
        cases.requireOpen(reference);
        store.saveFacts(reference, facts);
        store.saveConfirmation(reference, confirmed, REASON.optional().require(reason));
        ledger.record(
                act(reference, actor, "incident.assessed", describe(facts)).with("facts", facts));
    }

    /**
     * Decides the severity: what the table advises, or what the person who assessed the incident confirmed in its
     * place.
     *
     * @throws Refusal when that is less grave than the advice and no reason was given
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Severity decideSeverity(CaseReference reference, Severity advised) {
        cases.requireOpen(reference);
        Optional<CaseStore.Confirmation> confirmation = store.confirmation(reference);
        Severity decided = confirmation.map(CaseStore.Confirmation::severity).orElse(advised);
        String reason = confirmation.map(CaseStore.Confirmation::reason).orElse(null);
        if (decided.compareTo(advised) > 0 && reason == null) {
            throw Refusal.invalid(
                    "severityReason",
                    "The table advises %s; to take it less gravely, as %s, please say why."
                            .formatted(advised, decided));
        }
        store.saveAdvice(reference, advised);
        store.saveSeverity(reference, decided);
        ledger.record(act(
                        reference,
                        Actor.FIREBREAK,
                        "severity.decided",
                        decided == advised
                                ? "The severity is %s, as the table advises.".formatted(decided)
                                : "The severity is %s; the table advised %s.".formatted(decided, advised))
                .because(reason)
                .with("severity", decided.name())
                .with("advised", advised.name()));
        return decided;
    }

    /**
     * Keeps the times that the table gave. All count from the arrival of the report, also when they are decided anew
     * because the severity changed: the time that has gone counts.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decideTiming(CaseReference reference, TimingDecision decision) {
        CrisisCase open = cases.requireOpen(reference);
        CaseTiming timing = coolDowns.keptShort(open, decision.from(open.receivedAt()));
        store.saveTiming(reference, timing);
        if (decision.freeze()) {
            freezes.begin(reference);
        }
        ledger.record(act(reference, Actor.FIREBREAK, "timing.decided", describe(timing))
                .with("coolDownEndsAt", timing.coolDownEndsAt().toString())
                .with("statementDueAt", timing.statementDueAt().toString()));
    }

    /**
     * Changes the severity of a case that was assessed.
     *
     * @param reason why; may be left out where it becomes graver
     * @return what it was before
     * @throws Refusal when nothing was decided yet, nothing changes, or a lower one has no reason
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Severity change(CaseReference reference, Severity severity, String reason, Actor actor) {
        CrisisCase open = cases.requireOpen(reference);
        Severity before = open.severity();
        if (before == null) {
            throw Refusal.conflict("%s is not assessed yet; please complete the assessment.".formatted(reference));
        }
        if (before == severity) {
            throw Refusal.conflict("The severity of %s is %s already.".formatted(reference, severity));
        }
        boolean lower = severity.compareTo(before) > 0;
        TextRule rule = TextRule.text("reason", "The reason for a lower severity", 2_000);
        String because = (lower ? rule : rule.optional()).require(reason);
        store.saveSeverity(reference, severity);
        ledger.record(act(
                        reference,
                        actor,
                        lower ? "severity.lowered" : "severity.raised",
                        "The severity goes from %s to %s.".formatted(before, severity))
                .because(because)
                .with("severity", severity.name())
                .with("before", before.name()));
        if (before == Severity.S4) {
            events.publishEvent(new BecameCrisis(reference, because, actor));
        }
        return before;
    }

    private static Act act(CaseReference reference, Actor actor, String type, String sentence) {
        return new Act(reference.toString(), actor.id(), type, sentence);
    }

    private static String describe(CaseTiming timing) {
        return timing.holdingStatementDueAt() == null
                ? "Nothing is published before %s; the statement is due by %s."
                        .formatted(timing.coolDownEndsAt(), timing.statementDueAt())
                : "Nothing is published before %s; a holding statement is due by %s, the statement by %s."
                        .formatted(timing.coolDownEndsAt(), timing.holdingStatementDueAt(), timing.statementDueAt());
    }

    private static String describe(IncidentFacts facts) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Assessed as %s, spread %s, %d %% of mentions negative."
                .formatted(Words.of(facts.category()), Words.of(facts.spread()), facts.negativeSharePercent()));
        if (facts.safetyRisk()) {
            sentences.add("People or data are in danger.");
        }
        if (facts.vividTrigger()) {
            sentences.add("A photo or video drives it.");
        }
        if (facts.influentialAuthor()) {
            sentences.add("An influential author is behind it.");
        }
        if (facts.crisisHistory()) {
            sentences.add("It is not the first time.");
        }
        return String.join(" ", sentences);
    }
}
