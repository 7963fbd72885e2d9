package io.firebreak.escalation.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.TaskSubject;
import io.firebreak.escalation.EscalatedTask;
import io.firebreak.escalation.TaskDesk;
import io.firebreak.roster.Matter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's tasks. */
@Component
class EngineTasks implements TaskDesk {

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final RulesOfTasks rules;
    private final AsFirebreak asFirebreak;

    EngineTasks(
            @Lazy TaskService taskService,
            @Lazy RuntimeService runtimeService,
            RulesOfTasks rules,
            AsFirebreak asFirebreak) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.rules = rules;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public Optional<EscalatedTask> find(String taskId) {
        return asFirebreak.call(() -> Optional.ofNullable(
                        taskService.createTaskQuery().taskId(taskId).singleResult())
                .flatMap(this::escalated));
    }

    @Override
    public List<EscalatedTask> heldBy(String person) {
        return asFirebreak.call(() -> taskService.createTaskQuery().taskAssignee(person).list().stream()
                .flatMap(task -> escalated(task).stream())
                .toList());
    }

    @Override
    public boolean isFor(String taskId, String person) {
        return asFirebreak.call(() -> taskService
                        .createTaskQuery()
                        .taskId(taskId)
                        .taskCandidateUser(person)
                        .includeAssignedTasks()
                        .count()
                > 0);
    }

    @Override
    public boolean admits(EscalatedTask task, String person) {
        return asFirebreak.call(() -> rules.admits(task.key(), person, subject(task.id(), task.caseReference())));
    }

    @Override
    public void offer(String taskId, String person) {
        asFirebreak.run(() -> {
            if (!isOffered(taskId, person)) {
                taskService.addCandidateUser(taskId, person);
            }
        });
    }

    private boolean isOffered(String taskId, String person) {
        return taskService.getIdentityLinksForTask(taskId).stream()
                .anyMatch(link -> person.equals(link.getUserId()) && "candidate".equals(link.getType()));
    }

    @Override
    public void hold(String taskId, String person) {
        asFirebreak.run(() -> taskService.setAssignee(taskId, person));
    }

    private Optional<EscalatedTask> escalated(Task task) {
        return Optional.ofNullable(task.getProcessInstanceId())
                .map(id -> runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .map(process -> new EscalatedTask(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        process.getBusinessKey(),
                        variable(task, CaseVariables.CASE_TITLE),
                        variable(task, CaseVariables.SEVERITY),
                        task.getAssignee(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                        matter(task, process.getBusinessKey())));
    }

    private Matter matter(Task task, String caseReference) {
        return new Matter(
                variable(task, CaseVariables.AREA),
                primaryCode(variable(task, CaseVariables.LANGUAGE)),
                rules.barred(task.getTaskDefinitionKey(), subject(task.getId(), caseReference)));
    }

    private TaskSubject subject(String taskId, String caseReference) {
        return TaskSubject.of(caseReference, name -> variable(taskId, name));
    }

    private static String primaryCode(String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag).getLanguage();
    }

    private String variable(Task task, String name) {
        return variable(task.getId(), name);
    }

    private String variable(String taskId, String name) {
        Object value = taskService.getVariable(taskId, name);
        return value == null ? null : value.toString();
    }
}
