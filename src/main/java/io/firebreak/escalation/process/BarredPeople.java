package io.firebreak.escalation.process;

import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who can't do a task, whatever the plan says; its rule knows. */
@Component
class BarredPeople {

    private final ObjectProvider<TaskRule> rules;

    BarredPeople(ObjectProvider<TaskRule> rules) {
        this.rules = rules;
    }

    /**
     * @param task its id in the diagram
     * @return why, by user id
     */
    Map<String, String> of(String task, TaskSubject subject) {
        return rules.stream()
                .filter(rule -> rule.task().equals(task))
                .findFirst()
                .map(rule -> rule.barred(subject))
                .orElse(Map.of());
    }
}
