package io.firebreak.engine.guard;

import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.StartRule;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rules that features offer. Looked up late, because features need the engine and the engine needs the rules. */
@Component
public class Rules {

    /** What diagrams themselves set for the beans that they call; variables would hide beans of the same name. */
    private static final Set<String> SET_BY_DIAGRAMS = Set.of("decisionResult", "audience");

    private final ProcessBeans processBeans;
    private final ObjectProvider<TaskRule> tasks;
    private final ObjectProvider<StartRule> starts;
    private final ObjectProvider<ReservedVariables> reserved;

    Rules(
            ProcessBeans processBeans,
            ObjectProvider<TaskRule> tasks,
            ObjectProvider<StartRule> starts,
            ObjectProvider<ReservedVariables> reserved) {
        this.processBeans = processBeans;
        this.tasks = tasks;
        this.starts = starts;
        this.reserved = reserved;
    }

    /** The rule of the user task with this id, or null. */
    public TaskRule ofTask(String taskDefinitionKey) {
        return tasks.stream()
                .filter(rule -> rule.task().equals(taskDefinitionKey))
                .findFirst()
                .orElse(null);
    }

    /** The rule for starting the process with this id, or null. */
    public StartRule ofProcess(String processDefinitionKey) {
        return starts.stream()
                .filter(rule -> rule.process().equals(processDefinitionKey))
                .findFirst()
                .orElse(null);
    }

    Set<String> reservedVariables() {
        Set<String> names = new TreeSet<>(processBeans.names());
        names.addAll(SET_BY_DIAGRAMS);
        reserved.forEach(more -> names.addAll(more.names()));
        return names;
    }
}
