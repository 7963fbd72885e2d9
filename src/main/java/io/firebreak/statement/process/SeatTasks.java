package io.firebreak.statement.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.Staff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The open tasks in which a text waits for agreement, one for each that is missing. When others have to agree, a task that
 * is still asked for stays what it is, with its holder and what they have typed; only what is new is added, and only what
 * is asked for no more is taken away.
 */
@Component
class SeatTasks {

    private static final String ALL_TOGETHER = ApproveStatement.TASK + "#multiInstanceBody";

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final Staff staff;
    private final AsFirebreak asFirebreak;

    SeatTasks(
            @Lazy RuntimeService runtimeService, @Lazy TaskService taskService, Staff staff, AsFirebreak asFirebreak) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.staff = staff;
        this.asFirebreak = asFirebreak;
    }

    /**
     * @param seats for each agreement that is missing the ids of the groups of which one has to agree, with commas between
     *     them; at least one
     */
    void ask(List<String> seats, String processInstanceId) {
        asFirebreak.run(() -> {
            List<Task> open = new ArrayList<>(openIn(processInstanceId));
            List<String> missing = new ArrayList<>(seats);
            missing.removeIf(seat -> keep(seat, open));
            missing.removeIf(seat -> askOtherwise(seat, open));
            if (!missing.isEmpty() || !open.isEmpty()) {
                change(missing, open, processInstanceId);
            }
        });
    }

    private List<Task> openIn(String processInstanceId) {
        return taskService
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(ApproveStatement.TASK)
                .list();
    }

    /** The task that asks exactly this is none to be changed. */
    private boolean keep(String seat, List<Task> open) {
        Optional<Task> same =
                open.stream().filter(task -> seat.equals(seatOf(task))).findFirst();
        same.ifPresent(open::remove);
        return same.isPresent();
    }

    /** One that asked the same people beside others, or some of them, asks this from now on; a task that is held first. */
    private boolean askOtherwise(String seat, List<Task> open) {
        Set<String> groups = groupsOf(seat);
        Optional<Task> similar = open.stream()
                .filter(task -> !Collections.disjoint(groups, groupsOf(seatOf(task))) && fitsItsHolder(task, groups))
                .min(Comparator.comparing((Task task) -> task.getAssignee() == null));
        similar.ifPresent(task -> {
            open.remove(task);
            change(task, seat);
        });
        return similar.isPresent();
    }

    private boolean fitsItsHolder(Task task, Set<String> groups) {
        return task.getAssignee() == null
                || !Collections.disjoint(groups, staff.authoritiesOf(task.getAssignee()))
                || linksOf(task).anyMatch(link -> task.getAssignee().equals(link.getUserId()));
    }

    private void change(Task task, String seat) {
        Set<String> before = groupsOf(seatOf(task));
        Set<String> after = groupsOf(seat);
        runtimeService.setVariable(task.getExecutionId(), CaseVariables.APPROVER, seat);
        after.stream()
                .filter(group -> !before.contains(group))
                .forEach(group -> taskService.addCandidateGroup(task.getId(), group));
        before.stream()
                .filter(group -> !after.contains(group))
                .forEach(group -> taskService.deleteCandidateGroup(task.getId(), group));
    }

    private void change(List<String> missing, List<Task> needless, String processInstanceId) {
        ActivityInstance together = allTogether(runtimeService.getActivityInstance(processInstanceId))
                .findFirst()
                .orElseThrow();
        ProcessInstanceModificationBuilder change = runtimeService.createProcessInstanceModification(processInstanceId);
        // first those who are asked, so that the step does not end for want of anybody
        missing.forEach(seat -> change.startBeforeActivity(ApproveStatement.TASK, together.getId())
                .setVariableLocal(CaseVariables.APPROVER, seat));
        needless.forEach(task -> change.cancelActivityInstance(instanceOf(task, together)));
        change.execute();
    }

    private static Stream<ActivityInstance> allTogether(ActivityInstance instance) {
        return instance.getActivityId().equals(ALL_TOGETHER)
                ? Stream.of(instance)
                : Arrays.stream(instance.getChildActivityInstances()).flatMap(SeatTasks::allTogether);
    }

    private static String instanceOf(Task task, ActivityInstance together) {
        return Arrays.stream(together.getChildActivityInstances())
                .filter(instance -> List.of(instance.getExecutionIds()).contains(task.getExecutionId()))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private String seatOf(Task task) {
        return (String) taskService.getVariable(task.getId(), CaseVariables.APPROVER);
    }

    private Stream<IdentityLink> linksOf(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals("candidate"));
    }

    private static Set<String> groupsOf(String seat) {
        return new TreeSet<>(List.of(seat.split(",")));
    }
}
