package io.firebreak.escalation.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.TaskDeadlines;
import io.firebreak.escalation.Chains;
import io.firebreak.escalation.TaskDesk;
import io.firebreak.rule.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Ask the next level</em>: whoever is next, as plan, presence and severity are now. */
@ProcessBean("askNextLevel")
class AskNextLevel implements JavaDelegate {

    private final Chains chains;
    private final TaskDesk desk;
    private final TaskDeadlines deadlines;

    AskNextLevel(Chains chains, TaskDesk desk, TaskDeadlines deadlines) {
        this.chains = chains;
        this.desk = desk;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String taskId = (String) execution.getVariable(CaseVariables.TASK);
        desk.find(taskId)
                .ifPresentOrElse(
                        task -> chains.step(
                                task, execution.getProcessInstanceId(), deadlines.escalateTo(execution, task.key())),
                        () -> {
                            throw Refusal.notFound("The task of this chain of command is gone.");
                        });
    }
}
