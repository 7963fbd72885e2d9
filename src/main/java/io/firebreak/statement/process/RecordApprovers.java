package io.firebreak.statement.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.statement.ApprovalRounds;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Keeps with the text whom the table {@code Approvers} names. */
@ProcessBean("recordApprovers")
class RecordApprovers implements ExecutionListener {

    private final ApprovalRounds rounds;

    RecordApprovers(ApprovalRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        rounds.decide(
                execution.getProcessBusinessKey(),
                CaseVariables.statementIn(execution.getVariable(CaseVariables.STATEMENT)),
                TableOfApprovers.read(result.getResultList()));
    }
}
