package io.firebreak.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The tasks that the signed-in person may see, and to which case each belongs. */
@Component
public class VisibleTasks {

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final AsFirebreak asFirebreak;
    private final Caller caller;

    VisibleTasks(TaskService taskService, RuntimeService runtimeService, AsFirebreak asFirebreak, Caller caller) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.asFirebreak = asFirebreak;
        this.caller = caller;
    }

    /**
     * What a task is about.
     *
     * @param channel null where it is about no single channel
     * @param publication its id; null where it is about no single publication
     * @param area of the house, which the task asks; null where it asks none
     * @param statement the text's id; null for the case's own statement
     * @param language into which it is to be translated; null where it is about no translation
     * @param measure its id; null where it is about no measure
     * @param compensation its id; null where it is about no compensation
     * @param dueAt null when it has no due date
     * @param isAskedOfCaller whether the signed-in person is among those of whom it is asked, by a role of theirs or by
     *     name; others who see it are let in by its rule at most
     */
    public record Matter(
            String caseReference,
            String channel,
            String publication,
            String area,
            UUID statement,
            String language,
            UUID measure,
            UUID compensation,
            Instant dueAt,
            boolean isAskedOfCaller) {}

    /**
     * Who has a task.
     *
     * @param userId null when nobody holds it
     */
    public record Holder(String userId) {}

    /** Who holds the task; empty when there is no such task or the caller may not see it. */
    public Optional<Holder> holderOf(String taskId) {
        return Optional.ofNullable(taskService.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> new Holder(task.getAssignee()));
    }

    /**
     * What the task is about; empty when there is no such task, it belongs to no case, or the caller, whom the engine
     * knows from its session, may not see it.
     */
    public Optional<Matter> matterOf(String taskId) {
        Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getProcessInstanceId() == null) {
            return Optional.empty();
        }
        String person = caller.actor().id();
        return asFirebreak.call(() -> Optional.ofNullable(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey())
                .map(reference -> new Matter(
                        reference,
                        variable(task, CaseVariables.CHANNEL),
                        variable(task, CaseVariables.PUBLICATION),
                        variable(task, CaseVariables.AREA),
                        CaseVariables.statementIn(variable(task, CaseVariables.STATEMENT)),
                        variable(task, CaseVariables.LANGUAGE),
                        CaseVariables.measureIn(variable(task, CaseVariables.MEASURE)),
                        CaseVariables.compensationIn(variable(task, CaseVariables.COMPENSATION)),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                        isAskedOf(task, person))));
    }

    private boolean isAskedOf(Task task, String person) {
        boolean anybody = taskService.getIdentityLinksForTask(task.getId()).stream()
                .noneMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType()));
        return anybody
                || taskService
                                .createTaskQuery()
                                .taskId(task.getId())
                                .taskCandidateUser(person)
                                .includeAssignedTasks()
                                .count()
                        > 0;
    }

    /** The gaps that the task is about, by the id that they share; empty when it is about none, or is not to be seen. */
    public Optional<UUID> gapsOf(String taskId) {
        Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
        return task == null
                ? Optional.empty()
                : asFirebreak.call(() -> Optional.ofNullable(CaseVariables.gapIn(variable(task, CaseVariables.GAP))));
    }

    private String variable(Task task, String name) {
        Object value = taskService.getVariable(task.getId(), name);
        return value == null ? null : value.toString();
    }
}
