package io.firebreak.takedown.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.Staff;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.takedown.TakeDown.Decision;
import io.firebreak.takedown.TakeDowns;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Countersign the take-down</em>: a second person, of Legal or Management, who wrote none of it. */
@Component
class CountersignTakeDown implements TaskRule, ReservedVariables {

    /** What the second person said, for the gateway. */
    static final String TAKE_DOWN_DECISION = "takeDownDecision";

    private final TakeDowns takeDowns;
    private final Staff staff;

    CountersignTakeDown(TakeDowns takeDowns, Staff staff) {
        this.takeDowns = takeDowns;
        this.staff = staff;
    }

    @Override
    public String task() {
        return "UserTask_CountersignTakeDown";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "comments", "sha256");
    }

    @Override
    public Set<String> names() {
        return Set.of(TAKE_DOWN_DECISION);
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        Decision decision = inputs.choice("decision", "The decision", Decision.class);
        takeDowns.decide(
                CaseReference.parse(act.caseReference()),
                decision,
                inputs.text("comments"),
                inputs.text("sha256"),
                staff.person(act.actor().id()));
        act.result(TAKE_DOWN_DECISION, decision.name());
    }
}
