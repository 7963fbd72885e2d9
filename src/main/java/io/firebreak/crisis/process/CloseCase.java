package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.ProcessBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The last step. */
@ProcessBean("closeCase")
class CloseCase implements JavaDelegate {

    private final Cases cases;

    CloseCase(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.close(BusinessKey.of(execution), CaseOutcome.REVIEWED);
    }
}
