package io.firebreak.engine;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * How long a human task may take, as the decision table {@code TaskTiming} says that belongs to the process.
 */
@ProcessBean("taskDeadlines")
public class TaskDeadlines {

    private static final String TABLE = "TaskTiming";

    private final DecisionTables tables;

    TaskDeadlines(DecisionTables tables) {
        this.tables = tables;
    }

    /** How long after its creation the task is due. */
    public Duration dueIn(DelegateExecution execution, String task) {
        return Duration.parse(decide(execution, task, "dueIn"));
    }

    /** A repeating interval ({@code R/PT5M}) for reminders, as long as the task is open. */
    public String reminderCycle(DelegateExecution execution, String task) {
        return "R/" + decide(execution, task, "remindEvery");
    }

    /** How long an event of the diagram waits at most, as an ISO duration; its row is found by its id as for tasks. */
    public String waitAtMost(DelegateExecution execution, String event) {
        return decide(execution, event, "dueIn");
    }

    /** How long after its creation the chain of command is called, as an ISO duration. */
    public String escalateAfter(DelegateExecution execution, String task) {
        return decide(execution, task, "escalateAfter");
    }

    /** The role whose chain of command is asked, by its group id. */
    public String escalateTo(DelegateExecution execution, String task) {
        return decide(execution, task, "escalateTo");
    }

    private String decide(DelegateExecution execution, String task, String output) {
        Object severity = execution.getVariable(CaseVariables.SEVERITY);
        Map<String, Object> inputs = Map.of("task", task, "severity", severity == null ? "" : severity);
        return (String) tables.of(execution.getProcessDefinitionId(), TABLE, inputs)
                .get(0)
                .get(output);
    }
}
