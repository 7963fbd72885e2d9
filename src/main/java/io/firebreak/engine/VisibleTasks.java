package io.firebreak.engine;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The tasks that the signed-in person may see, and to which case each belongs. */
@Component
public class VisibleTasks {

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final AsFirebreak asFirebreak;

    VisibleTasks(TaskService taskService, RuntimeService runtimeService, AsFirebreak asFirebreak) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.asFirebreak = asFirebreak;
    }

    /**
     * The reference of the case to which the task belongs; empty when there is no such task or the caller, whom the
     * engine knows from its session, may not see it.
     */
    public Optional<String> caseOf(String taskId) {
        Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getProcessInstanceId() == null) {
            return Optional.empty();
        }
        return asFirebreak.call(() -> Optional.ofNullable(runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey()));
    }
}
