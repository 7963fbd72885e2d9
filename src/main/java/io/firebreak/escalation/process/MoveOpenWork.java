package io.firebreak.escalation.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.escalation.AbsentWork;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Move the open work</em>: what the absent person holds goes to whoever stands in. */
@ProcessBean("moveOpenWork")
class MoveOpenWork implements JavaDelegate {

    private final AbsentWork work;

    MoveOpenWork(AbsentWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.move(UUID.fromString((String) execution.getVariable(CaseVariables.ABSENCE)));
    }
}
