package io.firebreak.takedown.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.takedown.TakeDowns;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Take the post down</em>: somebody did it by hand and says how it can be seen, or calls it off. */
@Component
class TakePostDown implements TaskRule {

    enum Decision {
        DONE,
        CALL_OFF
    }

    private final TakeDowns takeDowns;

    TakePostDown(TakeDowns takeDowns) {
        this.takeDowns = takeDowns;
    }

    @Override
    public String task() {
        return "UserTask_TakePostDown";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "proof", "explainedAt", "whyNot");
    }

    @Override
    public void complete(TaskAct act) {
        CaseReference reference = CaseReference.parse(act.caseReference());
        FormInputs inputs = act.inputs();
        switch (inputs.choice("decision", "The decision", Decision.class)) {
            case DONE -> takeDowns.done(reference, inputs.text("proof"), inputs.text("explainedAt"), act.actor());
            case CALL_OFF -> takeDowns.callOff(reference, inputs.text("whyNot"), act.actor());
        }
    }
}
