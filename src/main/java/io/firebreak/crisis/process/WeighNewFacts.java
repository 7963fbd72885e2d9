package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Dangers;
import io.firebreak.crisis.Responses;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Weigh the new facts</em>: do they change what we say? */
@Component
class WeighNewFacts implements TaskRule, ReservedVariables {

    private static final String RESPONSE_CHANGES = "responseChanges";

    private final Responses responses;
    private final Dangers dangers;

    WeighNewFacts(Responses responses, Dangers dangers) {
        this.responses = responses;
        this.dangers = dangers;
    }

    @Override
    public String task() {
        return "UserTask_WeighNewFacts";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(RESPONSE_CHANGES, "reason", "safetyRisk");
    }

    @Override
    public Set<String> names() {
        return Set.of(RESPONSE_CHANGES);
    }

    @Override
    public void complete(TaskAct act) {
        CaseReference reference = CaseReference.parse(act.caseReference());
        boolean changes = act.inputs().answer(RESPONSE_CHANGES, "Whether the new facts change what we say");
        responses.weigh(reference, changes, act.inputs().text("reason"), act.actor());
        if (act.inputs().ticked("safetyRisk")) {
            dangers.found(reference, act.actor());
        }
        act.result(RESPONSE_CHANGES, changes);
    }
}
