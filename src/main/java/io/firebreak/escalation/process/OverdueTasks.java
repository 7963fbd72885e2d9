package io.firebreak.escalation.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.ProcessBean;
import io.firebreak.escalation.Chains;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;

/** The tasks for which a diagram calls {@code ChainOfCommand}. */
@ProcessBean("overdueTasks")
public class OverdueTasks {

    /** What the engine calls the number of a round. */
    private static final String ROUND = "loopCounter";

    private final TaskService taskService;
    private final ManagementService managementService;
    private final Chains chains;
    private final AsFirebreak asFirebreak;

    OverdueTasks(
            @Lazy TaskService taskService,
            @Lazy ManagementService managementService,
            Chains chains,
            AsFirebreak asFirebreak) {
        this.taskService = taskService;
        this.managementService = managementService;
        this.chains = chains;
        this.asFirebreak = asFirebreak;
    }

    /**
     * The ids of the process's open tasks of this kind, without those for which a chain runs already. Within a round of a
     * loop, those of the same round.
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
                        .filter(id -> isOfSameRound(id, execution))
                        .filter(id -> !chains.isRunning(id))
                        .toList());
    }

    /**
     * Whether the timer at the border of a step has gone off already, so that whoever is asked from now on is late as well.
     *
     * @param timer its id in the diagram
     */
    public boolean haveBegun(DelegateExecution execution, String timer) {
        return asFirebreak.call(() -> managementService
                        .createJobQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .activityId(timer)
                        .count()
                == 0);
    }

    private boolean isOfSameRound(String taskId, DelegateExecution execution) {
        Object round = execution.getVariable(ROUND);
        return round == null || round.equals(taskService.getVariable(taskId, ROUND));
    }
}
