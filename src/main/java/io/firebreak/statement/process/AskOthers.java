package io.firebreak.statement.process;

import io.firebreak.engine.ProcessBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Ask the others too</em>: keeps whom the table {@code Approvers} names by now, and asks whoever is missing. */
@ProcessBean("askOthers")
class AskOthers implements JavaDelegate {

    private final AgreementSteps agreement;
    private final SeatTasks tasks;

    AskOthers(AgreementSteps agreement, SeatTasks tasks) {
        this.agreement = agreement;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreement.decideAnew(execution);
        tasks.ask(agreement.asked(execution), execution.getProcessInstanceId());
    }
}
