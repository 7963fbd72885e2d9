package io.firebreak.engine;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.calendar.DateTimeUtil;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Decides the deadlines of a case's open tasks and waiting timers anew, after what they follow from has changed. The
 * time that has gone counts: each is counted from when its task or timer began. Reminders keep their rhythm.
 */
@Component
public class RunningDeadlines {

    /** The kinds of timers that diagrams show: those at the border of a step, and those that are a step. */
    private static final Set<String> DRAWN = Set.of("timer-transition", "timer-intermediate-transition");

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final TaskDeadlines deadlines;
    private final AsFirebreak asFirebreak;

    RunningDeadlines(
            @Lazy RuntimeService runtimeService,
            @Lazy TaskService taskService,
            @Lazy ManagementService managementService,
            TaskDeadlines deadlines,
            AsFirebreak asFirebreak) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.managementService = managementService;
        this.deadlines = deadlines;
        this.asFirebreak = asFirebreak;
    }

    /** Both tasks and timers; only within a step of a process. */
    public void moveAll(String caseReference) {
        asFirebreak.run(() -> {
            taskService
                    .createTaskQuery()
                    .processInstanceBusinessKey(caseReference)
                    .list()
                    .forEach(this::moveTask);
            instances(caseReference).forEach(this::moveTimers);
        });
    }

    /** The timers alone. */
    public void moveTimers(String caseReference) {
        asFirebreak.run(() -> instances(caseReference).forEach(this::moveTimers));
    }

    private List<ProcessInstance> instances(String caseReference) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseReference)
                .list();
    }

    private void moveTimers(ProcessInstance instance) {
        managementService.createJobQuery().processInstanceId(instance.getId()).timers().list().stream()
                .filter(this::isDrawn)
                .forEach(timer -> managementService.recalculateJobDuedate(timer.getId(), true));
    }

    private boolean isDrawn(Job timer) {
        JobDefinition definition = managementService
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        return definition != null && DRAWN.contains(definition.getJobType());
    }

    private void moveTask(Task open) {
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(open.getId());
        Date dueAt = dueAt(task);
        if (!Objects.equals(dueAt, task.getDueDate())) {
            task.setDueDate(dueAt);
        }
    }

    /** As when the task was made: what the diagram says, else what the table says. */
    private Date dueAt(TaskEntity task) {
        Expression drawn = task.getTaskDefinition() == null
                ? null
                : task.getTaskDefinition().getDueDateExpression();
        Object value = drawn == null ? null : drawn.getValue(task.getExecution());
        if (value instanceof Date date) {
            return date;
        }
        if (value instanceof String text) {
            return DateTimeUtil.parseDate(text);
        }
        Duration dueIn = deadlines.dueIn(task.getExecution(), task.getTaskDefinitionKey());
        return Date.from(task.getCreateTime().toInstant().plus(dueIn));
    }
}
