package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseReference;
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

    WeighNewFacts(Responses responses) {
        this.responses = responses;
    }

    @Override
    public String task() {
        return "UserTask_WeighNewFacts";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(RESPONSE_CHANGES, "reason");
    }

    @Override
    public Set<String> names() {
        return Set.of(RESPONSE_CHANGES);
    }

    @Override
    public void complete(TaskAct act) {
        boolean changes = act.inputs().answer(RESPONSE_CHANGES, "Whether the new facts change what we say");
        responses.weigh(
                CaseReference.parse(act.caseReference()), changes, act.inputs().text("reason"), act.actor());
        act.result(RESPONSE_CHANGES, changes);
    }
}
