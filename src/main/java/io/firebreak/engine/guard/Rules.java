package io.firebreak.engine.guard;

import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.StartRule;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rules that features offer. Looked up late, because features need the engine and the engine needs the rules. */
@Component
public class Rules {

    private final ObjectProvider<TaskRule> tasks;
    private final ObjectProvider<StartRule> starts;
    private final ObjectProvider<ReservedVariables> reserved;

    Rules(
            ObjectProvider<TaskRule> tasks,
            ObjectProvider<StartRule> starts,
            ObjectProvider<ReservedVariables> reserved) {
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
        return reserved.stream().flatMap(names -> names.names().stream()).collect(Collectors.toSet());
    }
}
