package io.firebreak.compensation.process;

import io.firebreak.compensation.Compensations;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Hand the compensation over</em>: a person gives it in private and says how that can be seen, or why not. */
@Component
class GiveCompensation implements TaskRule {

    private enum Decision {
        GIVEN,
        NOT_GIVEN
    }

    private final Compensations compensations;

    GiveCompensation(Compensations compensations) {
        this.compensations = compensations;
    }

    @Override
    public String task() {
        return "UserTask_GiveCompensation";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "proof", "reason");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        Decision decision = inputs.choice("decision", "Whether they have it", Decision.class);
        if (decision == Decision.GIVEN) {
            compensations.give(act.compensation(), inputs.text("proof"), act.actor());
        } else {
            compensations.keepBack(act.compensation(), inputs.text("reason"), act.actor());
        }
    }
}
