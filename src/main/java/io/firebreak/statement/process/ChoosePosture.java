package io.firebreak.statement.process;

import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.statement.Posture;
import io.firebreak.statement.Postures;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Choose the posture</em>: the table advises, a person decides. */
@Component
class ChoosePosture implements TaskRule {

    private final Postures postures;

    ChoosePosture(Postures postures) {
        this.postures = postures;
    }

    @Override
    public String task() {
        return "UserTask_ChoosePosture";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("posture", "reason");
    }

    @Override
    public void complete(TaskAct act) {
        postures.choose(
                act.caseReference(),
                act.inputs().choice("posture", "The posture", Posture.class),
                act.inputs().text("reason"),
                act.actor());
    }
}
