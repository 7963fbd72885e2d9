package io.firebreak.statement.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.statement.ApprovalRounds;
import io.firebreak.statement.ApproverFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the table {@code Approvers} asks, from our own records: no variable of the process says it. */
@ProcessBean("approvalFacts")
public class ApprovalFacts {

    private final ApprovalRounds rounds;

    ApprovalFacts(ApprovalRounds rounds) {
        this.rounds = rounds;
    }

    /** {@code STATEMENT}, {@code HOLDING} or {@code TRANSLATION}. */
    public String kind(DelegateExecution execution) {
        return facts(execution).kind();
    }

    /** S1 to S4; empty before it is decided. */
    public String severity(DelegateExecution execution) {
        return facts(execution).severity();
    }

    /** As the assessment says; empty before it. */
    public String category(DelegateExecution execution) {
        return facts(execution).category();
    }

    /** How the case stands to what is said; empty before it is advised. */
    public String posture(DelegateExecution execution) {
        return facts(execution).posture();
    }

    /** Whether the text apologises in public. */
    public boolean apologises(DelegateExecution execution) {
        return facts(execution).apologises();
    }

    private ApproverFacts facts(DelegateExecution execution) {
        return rounds.factsOf(
                execution.getProcessBusinessKey(),
                CaseVariables.statementIn(execution.getVariable(CaseVariables.STATEMENT)));
    }
}
