package io.firebreak.notification.process;

import io.firebreak.access.Actor;
import io.firebreak.access.Role;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.TaskDeadlines;
import io.firebreak.engine.TaskReminder;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;

/**
 * Nobody has answered in time: the next in command can take the same task. It is not ended; whoever held it without
 * answering holds it no longer, but can take it again.
 */
@ProcessBean("callInNextInCommand")
class CallInNextInCommand implements JavaDelegate {

    private final TaskService taskService;
    private final TaskDeadlines deadlines;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    CallInNextInCommand(
            @Lazy TaskService taskService, TaskDeadlines deadlines, Ledger ledger, ApplicationEventPublisher events) {
        this.taskService = taskService;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String overdue = (String) execution.getVariable("overdueTask");
        String group = deadlines.escalateTo(execution, overdue);
        taskService
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(overdue)
                .list()
                .forEach(task -> callIn(execution, task, group));
    }

    private void callIn(DelegateExecution execution, Task task, String group) {
        taskService.addCandidateGroup(task.getId(), group);
        // whoever holds it has not answered: it is free again for all who can take it, them included
        taskService.setAssignee(task.getId(), null);
        String title = Role.ofGroup(group).map(Role::title).orElse(group);
        ledger.record(new Act(
                        execution.getProcessBusinessKey(),
                        Actor.FIREBREAK.id(),
                        "task.escalated",
                        "Nobody answered in time: %s can take the task \"%s\" too.".formatted(title, task.getName()))
                .with("task", task.getTaskDefinitionKey())
                .with("taskId", task.getId()));
        events.publishEvent(new TaskReminder(
                execution.getProcessBusinessKey(),
                (String) execution.getVariable(CaseVariables.CASE_TITLE),
                task.getId(),
                task.getName(),
                "Nobody answered in time; you are called in.",
                null,
                Set.of(group),
                task.getDueDate() == null ? null : task.getDueDate().toInstant()));
    }
}
