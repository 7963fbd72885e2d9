package io.firebreak.publishing.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.publishing.PublicationDecisions;
import io.firebreak.rule.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** <em>Check a changed publication</em>: somebody says what was found and done; the ledger keeps it. */
@Component
class CheckChangedPublication implements TaskRule {

    private static final String FINDING = "finding";

    private final PublicationDecisions decisions;

    CheckChangedPublication(PublicationDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String task() {
        return "UserTask_CheckChangedPublication";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(FINDING);
    }

    @Override
    public void complete(TaskAct act) {
        decisions.changeChecked(
                CaseReference.parse(act.caseReference()),
                publication(act),
                act.inputs().text(FINDING),
                act.actor());
    }

    private static UUID publication(TaskAct act) {
        try {
            return UUID.fromString(String.valueOf(act.publication()));
        } catch (IllegalArgumentException none) {
            throw Refusal.conflict("This task is about no publication; please ask an administrator to end it.");
        }
    }
}
