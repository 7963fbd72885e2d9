package io.firebreak.escalation.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.escalation.Chains;
import io.firebreak.escalation.EscalatedTask;
import io.firebreak.escalation.TaskDesk;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the diagram {@code ChainOfCommand} asks. */
@ProcessBean("chainOfCommand")
public class ChainOfCommand {

    private final Chains chains;
    private final TaskDesk desk;

    ChainOfCommand(Chains chains, TaskDesk desk) {
        this.chains = chains;
        this.desk = desk;
    }

    /** Whether the task still waits: somebody may have bent its process in the meantime. */
    public boolean taskWaits(DelegateExecution execution) {
        return taskOf(execution).isPresent();
    }

    /** When the chain goes on by itself. */
    public Date nextStepAt(DelegateExecution execution) {
        return taskOf(execution)
                .map(task -> Date.from(chains.nextStepAt(task)))
                // the next look finds the task gone
                .orElseGet(Date::new);
    }

    private Optional<EscalatedTask> taskOf(DelegateExecution execution) {
        return desk.find((String) execution.getVariable(CaseVariables.TASK));
    }
}
