package io.firebreak.escalation.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.escalation.AbsentWork;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Bring back the open work</em>: what is not done yet goes back to whoever was away. */
@ProcessBean("bringBackOpenWork")
class BringBackOpenWork implements JavaDelegate {

    private final AbsentWork work;

    BringBackOpenWork(AbsentWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.bringBack(UUID.fromString((String) execution.getVariable(CaseVariables.ABSENCE)));
    }
}
