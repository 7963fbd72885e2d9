package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.CoolDowns;
import io.firebreak.engine.RunningDeadlines;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Agree to end the cool-down early</em>: the second of two people decides. */
@Component
class AgreeToEndCoolDown implements TaskRule {

    private final CoolDowns coolDowns;
    private final RunningDeadlines deadlines;

    AgreeToEndCoolDown(CoolDowns coolDowns, RunningDeadlines deadlines) {
        this.coolDowns = coolDowns;
        this.deadlines = deadlines;
    }

    @Override
    public String task() {
        return "UserTask_AgreeToEndCoolDown";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("agreed");
    }

    @Override
    public Map<String, String> barred(TaskSubject subject) {
        return coolDowns
                .asked(CaseReference.parse(subject.caseReference()))
                .map(asked -> Map.of(asked.askedBy(), "asked for it"))
                .orElse(Map.of());
    }

    @Override
    public void complete(TaskAct act) {
        boolean agreed = act.inputs().answer("agreed", "Whether the cool-down ends now");
        if (coolDowns.decide(CaseReference.parse(act.caseReference()), agreed, act.actor())) {
            deadlines.moveTimers(act.caseReference());
        }
    }
}
