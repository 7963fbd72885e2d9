package io.firebreak.engine;

import io.firebreak.access.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tasks of a case that wait for somebody. */
@Component
public class OpenTasks {

    /** No query has more ids than databases take in one. */
    private static final int AT_ONCE = 500;

    private final TaskService taskService;
    private final AsFirebreak asFirebreak;

    OpenTasks(@Lazy TaskService taskService, AsFirebreak asFirebreak) {
        this.taskService = taskService;
        this.asFirebreak = asFirebreak;
    }

    /**
     * An open task.
     *
     * @param holder the user id; null when nobody holds it
     * @param askedOf the roles and people who can take it, as colleagues call them
     * @param dueAt null when it has no due date
     * @param visible whether the signed-in person may see it
     */
    public record OpenTask(
            String id, String name, String holder, List<String> askedOf, Instant dueAt, boolean visible) {}

    /**
     * The open tasks of a case, what is due first at the beginning.
     *
     * @param most how many at most
     */
    public List<OpenTask> ofCase(String caseReference, int most) {
        Set<String> visible =
                query(caseReference).listPage(0, most).stream().map(Task::getId).collect(Collectors.toSet());
        return asFirebreak.call(() -> query(caseReference).listPage(0, most).stream()
                .map(task -> new OpenTask(
                        task.getId(),
                        task.getName(),
                        task.getAssignee(),
                        askedOf(task),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                        visible.contains(task.getId())))
                .toList());
    }

    /** Those of these tasks that are still to be done, whoever may see them; by their ids. */
    public Set<String> stillOpen(Collection<String> taskIds) {
        List<String> ids = List.copyOf(taskIds);
        return asFirebreak.call(() -> IntStream.iterate(0, from -> from < ids.size(), from -> from + AT_ONCE)
                .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                .map(some -> taskService.createTaskQuery().taskIdIn(some.toArray(String[]::new)))
                .flatMap(query -> query.list().stream())
                .map(Task::getId)
                .collect(Collectors.toSet()));
    }

    private TaskQuery query(String caseReference) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseReference)
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc();
    }

    private List<String> askedOf(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> "candidate".equals(link.getType()))
                .map(OpenTasks::named)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private static String named(IdentityLink link) {
        return link.getGroupId() == null
                ? link.getUserId()
                : Role.ofGroup(link.getGroupId()).map(Role::title).orElse(link.getGroupId());
    }
}
