package io.firebreak.crisis.process;

import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.engine.ProcessBean;
import io.firebreak.rule.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The facts of the case as decision tables take them: from our tables, never from variables of the process. */
@ProcessBean("incidentFacts")
public class FactsOfCase {

    private final Cases cases;

    FactsOfCase(Cases cases) {
        this.cases = cases;
    }

    public String category(DelegateExecution execution) {
        return facts(execution).category().name();
    }

    public boolean safetyRisk(DelegateExecution execution) {
        return facts(execution).safetyRisk();
    }

    public String spread(DelegateExecution execution) {
        return facts(execution).spread().name();
    }

    public int negativeSharePercent(DelegateExecution execution) {
        return facts(execution).negativeSharePercent();
    }

    public boolean vividTrigger(DelegateExecution execution) {
        return facts(execution).vividTrigger();
    }

    public boolean influentialAuthor(DelegateExecution execution) {
        return facts(execution).influentialAuthor();
    }

    public boolean crisisHistory(DelegateExecution execution) {
        return facts(execution).crisisHistory();
    }

    public boolean foundFirst(DelegateExecution execution) {
        return facts(execution).foundFirst();
    }

    public boolean pastPeak(DelegateExecution execution) {
        return facts(execution).pastPeak();
    }

    /** The severity, S1 to S4. */
    public String severity(DelegateExecution execution) {
        CrisisCase crisisCase = cases.get(BusinessKey.of(execution));
        if (crisisCase.severity() == null) {
            throw Refusal.conflict("The severity of " + crisisCase.reference() + " is not decided yet.");
        }
        return crisisCase.severity().name();
    }

    private IncidentFacts facts(DelegateExecution execution) {
        CrisisCase crisisCase = cases.get(BusinessKey.of(execution));
        if (crisisCase.facts() == null) {
            throw Refusal.conflict("The incident of " + crisisCase.reference() + " is not assessed yet.");
        }
        return crisisCase.facts();
    }
}
