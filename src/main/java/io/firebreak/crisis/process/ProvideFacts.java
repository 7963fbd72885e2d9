package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Provide the facts</em>: what one area of the house knows. */
@Component
class ProvideFacts implements TaskRule {

    private final CaseFacts facts;

    ProvideFacts(CaseFacts facts) {
        this.facts = facts;
    }

    @Override
    public String task() {
        return "UserTask_ProvideFacts";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("facts");
    }

    @Override
    public void complete(TaskAct act) {
        facts.provide(
                CaseReference.parse(act.caseReference()),
                act.area(),
                act.inputs().text("facts"),
                act.actor());
    }
}
