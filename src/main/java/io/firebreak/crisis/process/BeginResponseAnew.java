package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseProcess;
import io.firebreak.engine.ProcessBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Begin the response anew</em>, where the case has come as far as responding. */
@ProcessBean("beginResponseAnew")
class BeginResponseAnew implements JavaDelegate {

    private final CaseProcess process;

    BeginResponseAnew(CaseProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.respondAgain(BusinessKey.of(execution));
    }
}
