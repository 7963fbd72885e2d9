package io.firebreak.crisis.process;

import io.firebreak.crisis.Cases;
import io.firebreak.crisis.Severity;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Keeps with the case what the table {@code Severity} says. */
@ProcessBean("recordSeverity")
class RecordSeverity implements ExecutionListener {

    private final Cases cases;

    RecordSeverity(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        Severity severity = Severity.valueOf(result.getSingleEntry());
        cases.decideSeverity(BusinessKey.of(execution), severity);
        execution.getProcessInstance().setVariable(CaseVariables.SEVERITY, severity.name());
    }
}
