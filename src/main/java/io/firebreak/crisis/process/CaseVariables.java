package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.TaskDeadlines;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The few variables of the process: what the task list shows and what gateways read. All else is in our tables. */
@Component
class CaseVariables implements ReservedVariables {

    static final String CASE_REFERENCE = "caseReference";
    static final String CASE_TITLE = "caseTitle";
    static final String SEVERITY = TaskDeadlines.SEVERITY;
    static final String CORRECTION_NEEDED = "correctionNeeded";

    static CaseReference referenceOf(DelegateExecution execution) {
        return CaseReference.parse(execution.getProcessBusinessKey());
    }

    @Override
    public Set<String> names() {
        return Set.of(CASE_REFERENCE, CASE_TITLE, SEVERITY, CORRECTION_NEEDED);
    }
}
