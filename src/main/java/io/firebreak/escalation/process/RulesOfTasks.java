package io.firebreak.escalation.process;

import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who can't do a task whatever the plan says, and who can although it is asked of others; its rule knows. */
@Component
class RulesOfTasks {

    private final ObjectProvider<TaskRule> rules;

    RulesOfTasks(ObjectProvider<TaskRule> rules) {
        this.rules = rules;
    }

    /**
     * Who can't do it.
     *
     * @param task its id in the diagram
     * @return why, by user id
     */
    Map<String, String> barred(String task, TaskSubject subject) {
        return ruleOf(task).map(rule -> rule.barred(subject)).orElse(Map.of());
    }

    /** Whether the rule lets somebody in of whom the task is not asked. */
    boolean admits(String task, String person, TaskSubject subject) {
        return ruleOf(task).filter(rule -> rule.admits(person, subject)).isPresent();
    }

    private Optional<TaskRule> ruleOf(String task) {
        return rules.stream().filter(rule -> rule.task().equals(task)).findFirst();
    }
}
