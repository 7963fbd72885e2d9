package io.firebreak.engine.filter;

import io.firebreak.access.Role;
import io.firebreak.engine.CaseVariables;
import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;

/** The lists that everybody has, the one to begin with first. Their expressions are evaluated for whoever looks. */
enum StandardFilter {
    MY_GROUPS("My group's", "All that is asked of a role of yours, held by somebody or by nobody", Role.staff()) {
        @Override
        TaskQuery select(TaskQuery tasks) {
            return ofMyGroups(tasks);
        }
    },
    MINE("Mine", "What you hold", Role.staff()) {
        @Override
        TaskQuery select(TaskQuery tasks) {
            return tasks.taskAssigneeExpression(ME);
        }
    },
    ASKED_OF_ME("Asked of me", "What you were asked for by name and nobody has taken yet", Role.staff()) {
        @Override
        TaskQuery select(TaskQuery tasks) {
            return tasks.taskInvolvedUserExpression(ME).taskUnassigned();
        }
    },
    DUE_WITHIN_THE_HOUR(
            "Due within the hour", "What is asked of a role of yours and is due in less than an hour", Role.staff()) {
        @Override
        TaskQuery select(TaskQuery tasks) {
            return ofMyGroups(tasks)
                    .dueAfterExpression("${dateTime()}")
                    .dueBeforeExpression("${dateTime().plusHours(1)}");
        }
    },
    LATE("Late", "What is asked of a role of yours and should be done by now", Role.staff()) {
        @Override
        TaskQuery select(TaskQuery tasks) {
            return ofMyGroups(tasks).dueBeforeExpression("${now()}");
        }
    },
    MY_CASES("My cases", "What is to be done in open cases that you lead, reported or took part in", Role.staff()) {
        @Override
        TaskQuery select(TaskQuery tasks) {
            // the engine evaluates an expression for each condition of a query, but offers a method for some only
            ((TaskQueryImpl) tasks).addExpression("processInstanceBusinessKeyIn", "${casesOfViewer.references()}");
            return tasks;
        }
    },
    APPROVE_ALONE(
            "Approve alone",
            "Emergency, S1: whoever of management is on call can approve these texts alone",
            List.of(Role.MANAGEMENT)) {
        @Override
        TaskQuery select(TaskQuery tasks) {
            return tasks.taskDefinitionKey("UserTask_ApproveStatement")
                    .processVariableValueEquals(CaseVariables.SEVERITY, "S1");
        }
    },
    ALL_OPEN("All open", "Every task of every case", List.of(Role.CRISIS_LEAD, Role.MANAGEMENT)) {
        @Override
        TaskQuery select(TaskQuery tasks) {
            return tasks;
        }
    };

    private static final String ME = "${currentUser()}";

    private final String title;
    private final String description;
    private final List<Role> readers;

    StandardFilter(String title, String description, List<Role> readers) {
        this.title = title;
        this.description = description;
        this.readers = readers;
    }

    /** In English. */
    String title() {
        return title;
    }

    /** In English. */
    String description() {
        return description;
    }

    List<Role> readers() {
        return readers;
    }

    /** Tasklist shows the list with the smallest number first. */
    int priority() {
        return 10 * (ordinal() + 1);
    }

    /** Adds to a query what belongs into this list. */
    abstract TaskQuery select(TaskQuery tasks);

    private static TaskQuery ofMyGroups(TaskQuery tasks) {
        return tasks.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }
}
