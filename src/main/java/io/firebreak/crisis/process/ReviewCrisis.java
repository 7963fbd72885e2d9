package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Review the crisis</em>: close it with what was learnt, or have the published statement corrected first. */
@Component
class ReviewCrisis implements TaskRule, ReservedVariables {

    private static final String CORRECTION_NEEDED = "correctionNeeded";

    private final Cases cases;

    ReviewCrisis(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String task() {
        return "UserTask_ReviewCrisis";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("correctionNeeded", "correctionReason", "lessons");
    }

    @Override
    public Set<String> names() {
        return Set.of(CORRECTION_NEEDED);
    }

    @Override
    public void complete(TaskAct act) {
        CaseReference reference = CaseReference.parse(act.caseReference());
        boolean correctionNeeded = act.inputs().answer("correctionNeeded", "Whether the statement needs a correction");
        if (correctionNeeded) {
            cases.respondAgain(reference, act.inputs().text("correctionReason"), act.actor());
        } else {
            cases.review(reference, act.inputs().text("lessons"), act.actor());
        }
        act.result(CORRECTION_NEEDED, correctionNeeded);
    }
}
