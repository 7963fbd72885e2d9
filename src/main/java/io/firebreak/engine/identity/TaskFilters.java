package io.firebreak.engine.identity;

import io.firebreak.access.Role;
import io.firebreak.engine.CaseVariables;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists in which people find their tasks in Tasklist, and what each card shows. */
@Component
public class TaskFilters {

    private static final List<Map<String, String>> CARD = List.of(
            Map.of("name", CaseVariables.CASE_REFERENCE, "label", "Case"),
            Map.of("name", CaseVariables.SEVERITY, "label", "Severity"),
            Map.of("name", CaseVariables.AREA, "label", "Area"),
            Map.of("name", CaseVariables.CHANNEL, "label", "Channel"),
            Map.of("name", CaseVariables.LANGUAGE, "label", "Language"),
            Map.of("name", CaseVariables.CASE_TITLE, "label", "What happened"));

    private final FilterService filterService;
    private final TaskService taskService;
    private final Rights rights;

    TaskFilters(FilterService filterService, TaskService taskService, Rights rights) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.rights = rights;
    }

    /** Makes the filters that are missing; one that an administrator changed stays as it is. */
    public void ensure() {
        ensure("My tasks", "What I hold", 10, query().taskAssigneeExpression("${currentUser()}"), Role.staff());
        ensure(
                "Asked of me",
                "For which I was asked by name, or that I hold",
                15,
                query().taskInvolvedUserExpression("${currentUser()}"),
                Role.staff());
        for (Role role : Role.staff()) {
            ensure(
                    role.title(),
                    "All tasks for this role, held by somebody or by nobody",
                    20 + role.ordinal(),
                    query().taskCandidateGroup(role.groupId()).includeAssignedTasks(),
                    List.of(role));
        }
        ensure(
                "Late",
                "Past their due date, for my roles",
                40,
                query().taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks()
                        .dueBeforeExpression("${now()}"),
                Role.staff());
        ensure(
                "Approve alone",
                "Emergency, S1: whoever of management is on call can approve these texts alone",
                45,
                query().taskDefinitionKey("UserTask_ApproveStatement")
                        .processVariableValueEquals(CaseVariables.SEVERITY, "S1"),
                List.of(Role.MANAGEMENT));
        ensure("All open tasks", "Of every case", 50, query(), List.of(Role.CRISIS_LEAD, Role.MANAGEMENT));
    }

    private TaskQuery query() {
        return taskService.createTaskQuery().orderByDueDate().asc();
    }

    private void ensure(String name, String description, int priority, TaskQuery query, List<Role> readers) {
        Filter filter = filterService.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filterService.newTaskFilter(name).setQuery(query);
            filter.setProperties(Map.of(
                    "description", description,
                    "priority", priority,
                    "refresh", true,
                    "showUndefinedVariable", false,
                    "variables", CARD));
            filterService.saveFilter(filter);
        }
        String filterId = filter.getId();
        readers.forEach(role -> rights.grantFilter(role, filterId));
    }
}
