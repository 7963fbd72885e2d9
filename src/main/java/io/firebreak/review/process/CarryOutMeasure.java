package io.firebreak.review.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.review.CaseMeasures;
import io.firebreak.rule.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** <em>Carry out the measure</em>: it is done, or somebody else or another day is found for it. */
@Component
class CarryOutMeasure implements TaskRule, ReservedVariables {

    private static final String MEASURE_DONE = "measureDone";

    private enum Decision {
        DONE,
        HAND_ON
    }

    private final CaseMeasures measures;

    CarryOutMeasure(CaseMeasures measures) {
        this.measures = measures;
    }

    @Override
    public String task() {
        return "UserTask_CarryOutMeasure";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "note", "owner", "dueOn", "reason");
    }

    @Override
    public Set<String> names() {
        return Set.of(MEASURE_DONE);
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        UUID measure = measureOf(act);
        Decision decision = inputs.choice("decision", "Whether it is done", Decision.class);
        if (decision == Decision.DONE) {
            measures.done(measure, inputs.text("note"), act.actor());
        } else {
            measures.handOn(measure, inputs.text("owner"), inputs.text("dueOn"), inputs.text("reason"), act.actor());
        }
        act.result(MEASURE_DONE, decision == Decision.DONE);
    }

    private UUID measureOf(TaskAct act) {
        if (act.measure() == null) {
            throw Refusal.conflict("This task is about no measure; please ask who designs the processes.");
        }
        CaseReference reference = measures.get(act.measure()).reference();
        if (!reference.toString().equals(act.caseReference())) {
            throw Refusal.conflict("This task of %s is about a measure of %s; please ask who designs the processes."
                    .formatted(act.caseReference(), reference));
        }
        return act.measure();
    }
}
