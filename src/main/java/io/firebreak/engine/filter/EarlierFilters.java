package io.firebreak.engine.filter;

import io.firebreak.access.Role;
import io.firebreak.engine.CaseVariables;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists that earlier versions made. They go, unless an administrator made something else of them. */
@Component
class EarlierFilters {

    private static final List<Map<String, String>> CARD = List.of(
            Map.of("name", CaseVariables.CASE_REFERENCE, "label", "Case"),
            Map.of("name", CaseVariables.SEVERITY, "label", "Severity"),
            Map.of("name", CaseVariables.AREA, "label", "Area"),
            Map.of("name", CaseVariables.CHANNEL, "label", "Channel"),
            Map.of("name", CaseVariables.LANGUAGE, "label", "Language"),
            Map.of("name", CaseVariables.CASE_TITLE, "label", "What happened"));

    private final FilterService filterService;
    private final TaskService taskService;

    EarlierFilters(FilterService filterService, TaskService taskService) {
        this.filterService = filterService;
        this.taskService = taskService;
    }

    void remove() {
        remove("My tasks", "What I hold", 10, query().taskAssigneeExpression("${currentUser()}"));
        remove(
                "Asked of me",
                "For which I was asked by name, or that I hold",
                15,
                query().taskInvolvedUserExpression("${currentUser()}"));
        for (Role role : Role.staff()) {
            remove(
                    role.title(),
                    "All tasks for this role, held by somebody or by nobody",
                    20 + role.ordinal(),
                    query().taskCandidateGroup(role.groupId()).includeAssignedTasks());
        }
        remove(
                "Late",
                "Past their due date, for my roles",
                40,
                query().taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks()
                        .dueBeforeExpression("${now()}"));
        remove(
                "Approve alone",
                "Emergency, S1: whoever of management is on call can approve these texts alone",
                45,
                query().taskDefinitionKey("UserTask_ApproveStatement")
                        .processVariableValueEquals(CaseVariables.SEVERITY, "S1"));
        remove("All open tasks", "Of every case", 50, query());
    }

    private void remove(String name, String description, int priority, TaskQuery query) {
        String asItWasMade = FilterState.of(made(name, description, priority, query));
        filterService.createTaskFilterQuery().filterName(name).list().stream()
                .filter(present -> FilterState.of(present).equals(asItWasMade))
                .forEach(present -> filterService.deleteFilter(present.getId()));
    }

    private Filter made(String name, String description, int priority, TaskQuery query) {
        return filterService
                .newTaskFilter(name)
                .setQuery(query)
                .setProperties(Map.of(
                        "description", description,
                        "priority", priority,
                        "refresh", true,
                        "showUndefinedVariable", false,
                        "variables", CARD));
    }

    private TaskQuery query() {
        return taskService.createTaskQuery().orderByDueDate().asc();
    }
}
