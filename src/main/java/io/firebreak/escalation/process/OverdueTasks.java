package io.firebreak.escalation.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.ProcessBean;
import io.firebreak.escalation.Chains;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;

/** The tasks for which a diagram calls {@code ChainOfCommand}. */
@ProcessBean("overdueTasks")
public class OverdueTasks {

    private final TaskService taskService;
    private final Chains chains;
    private final AsFirebreak asFirebreak;

    OverdueTasks(@Lazy TaskService taskService, Chains chains, AsFirebreak asFirebreak) {
        this.taskService = taskService;
        this.chains = chains;
        this.asFirebreak = asFirebreak;
    }

    /**
     * The ids of the process's open tasks of this kind, without those for which a chain runs already.
     *
     * @param task its id in the diagram
     */
    public List<String> of(DelegateExecution execution, String task) {
        return asFirebreak.call(
                () -> taskService
                        .createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .taskDefinitionKey(task)
                        .list()
                        .stream()
                        .map(Task::getId)
                        .filter(id -> !chains.isRunning(id))
                        .toList());
    }
}
