package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.ProcessBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * <em>Close the case</em>: the input parameter {@code outcome} says how it ended. Cases that began with an earlier
 * diagram have none: they end reviewed.
 */
@ProcessBean("closeCase")
class CloseCase implements JavaDelegate {

    private final Cases cases;

    CloseCase(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String outcome = (String) execution.getVariable("outcome");
        cases.close(BusinessKey.of(execution), outcome == null ? CaseOutcome.REVIEWED : CaseOutcome.valueOf(outcome));
    }
}
