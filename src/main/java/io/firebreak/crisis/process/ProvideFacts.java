package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.FactEntries;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Provide the facts</em>: what one area of the house knows, or that nobody could be found to say it. */
@Component
class ProvideFacts implements TaskRule {

    private final CaseFacts facts;
    private final FactEntries entries;

    ProvideFacts(CaseFacts facts, FactEntries entries) {
        this.facts = facts;
        this.entries = entries;
    }

    @Override
    public String task() {
        return "UserTask_ProvideFacts";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("facts", "nobodyFound", "tried", FactEntries.INPUT);
    }

    @Override
    public void complete(TaskAct act) {
        CaseReference reference = CaseReference.parse(act.caseReference());
        if (act.inputs().ticked("nobodyFound")) {
            facts.stateGap(reference, act.area(), act.inputs().text("tried"), act.actor());
        } else {
            facts.provide(reference, act.area(), act.inputs().text("facts"), act.actor());
        }
        entries.take(reference, act.inputs().text(FactEntries.INPUT), act.actor());
    }
}
