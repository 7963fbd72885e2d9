package io.firebreak.crisis.process;

import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseProcess;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Severity;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Keeps with the case what the table {@code Severity} says. */
@ProcessBean("recordSeverity")
class RecordSeverity implements ExecutionListener {

    private final Assessments assessments;
    private final CaseProcess process;

    RecordSeverity(Assessments assessments, CaseProcess process) {
        this.assessments = assessments;
        this.process = process;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        Severity advised = Severity.valueOf(result.getSingleEntry());
        CaseReference reference = BusinessKey.of(execution);
        Severity severity = assessments.decideSeverity(reference, advised);
        execution.getProcessInstance().setVariable(CaseVariables.SEVERITY, severity.name());
        process.severityDecided(reference, severity);
    }
}
