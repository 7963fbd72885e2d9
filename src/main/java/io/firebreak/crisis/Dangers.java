package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People, their health or their data turn out to be in danger. Messages about safety gain from speed (Iveson et al. 2023),
 * so the case gets the times of such a one: by the table {@code Timing} it has no cool-down.
 */
@Service
public class Dangers {

    private final CaseStore store;
    private final Cases cases;
    private final SeverityAdvice advice;
    private final CaseProcess process;
    private final Ledger ledger;

    Dangers(CaseStore store, Cases cases, SeverityAdvice advice, CaseProcess process, Ledger ledger) {
        this.store = store;
        this.cases = cases;
        this.advice = advice;
        this.process = process;
        this.ledger = ledger;
    }

    /**
     * The case is as grave as the table of severity says with the danger, or graver if it was, and its times are decided
     * anew. Where the danger is known already, nothing happens. A case that is not assessed yet keeps it in the ledger:
     * whoever assesses it is asked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(CaseReference reference, Actor actor) {
        CrisisCase open = cases.requireOpen(reference);
        if (open.severity() == null) {
            record(reference, actor, "People or data are in danger; the assessment will say how grave it is.");
        } else if (!open.facts().safetyRisk()) {
            endanger(open, actor);
        }
    }

    private void endanger(CrisisCase open, Actor actor) {
        CaseReference reference = open.reference();
        IncidentFacts facts = open.facts().withDanger();
        Severity advised = advice.of(facts);
        Severity severity = advised.compareTo(open.severity()) < 0 ? advised : open.severity();
        store.saveFacts(reference, facts);
        store.saveAdvice(reference, advised);
        store.saveSeverity(reference, severity);
        record(
                reference,
                actor,
                severity == open.severity()
                        ? "People or data are in danger; the severity stays %s.".formatted(severity)
                        : "People or data are in danger; the severity goes from %s to %s."
                                .formatted(open.severity(), severity));
        process.severityChanged(reference, open.severity(), severity);
    }

    private void record(CaseReference reference, Actor actor, String sentence) {
        ledger.record(new Act(reference.toString(), actor.id(), "danger.found", sentence));
    }
}
