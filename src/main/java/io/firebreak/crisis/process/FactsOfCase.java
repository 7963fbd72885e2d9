package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseProcess;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.CaseTiming;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.crisis.PublicRecord;
import io.firebreak.engine.ProcessBean;
import io.firebreak.rule.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The facts of the case as decision tables take them: from our tables, never from variables of the process. */
@ProcessBean("incidentFacts")
public class FactsOfCase {

    private final Cases cases;
    private final CaseProcess process;
    private final PublicRecord publicRecord;

    FactsOfCase(Cases cases, CaseProcess process, PublicRecord publicRecord) {
        this.cases = cases;
        this.process = process;
        this.publicRecord = publicRecord;
    }

    /** Whether the report came with what is known of the incident. */
    public boolean known(DelegateExecution execution) {
        return cases.get(BusinessKey.of(execution)).facts() != null;
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

    /**
     * Whether the table of times asks for a short first word, and nobody has begun one and nothing is public yet that
     * would come before it.
     */
    public boolean wantsHoldingStatement(DelegateExecution execution) {
        CaseReference reference = BusinessKey.of(execution);
        CaseTiming timing = cases.get(reference).timing();
        return timing != null
                && timing.holdingStatementDueAt() != null
                && !process.isHolding(reference)
                && !publicRecord.isStatementOnItsWay(reference)
                && !publicRecord.mayBePublic(reference);
    }

    /** Whether it is about one author, of whom it matters whether they are who they seem to be. */
    public boolean hasAuthorToVerify(DelegateExecution execution) {
        return facts(execution).category().hasAuthor();
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
