package io.firebreak.takedown.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.rule.Refusal;
import io.firebreak.takedown.NewProposal;
import io.firebreak.takedown.TakeDownReason;
import io.firebreak.takedown.TakeDowns;
import io.firebreak.wording.Verdict;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** <em>Prepare the take-down</em>: what is to go, who demands it by which paper, and what the public reads. */
@Component
class PrepareTakeDown implements TaskRule, ReservedVariables {

    /** Whether there is something to countersign. */
    static final String TAKE_DOWN_PROPOSED = "takeDownProposed";

    enum Decision {
        PROPOSE,
        CALL_OFF
    }

    private final TakeDowns takeDowns;

    PrepareTakeDown(TakeDowns takeDowns) {
        this.takeDowns = takeDowns;
    }

    @Override
    public String task() {
        return "UserTask_PrepareTakeDown";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(
                "decision",
                "publication",
                "reason",
                "orderedBy",
                "paper",
                "language",
                "title",
                "explanation",
                Verdict.REASON,
                "whyNot");
    }

    @Override
    public Set<String> names() {
        return Set.of(TAKE_DOWN_PROPOSED);
    }

    @Override
    public void complete(TaskAct act) {
        CaseReference reference = CaseReference.parse(act.caseReference());
        FormInputs inputs = act.inputs();
        Decision decision = inputs.choice("decision", "The decision", Decision.class);
        if (decision == Decision.PROPOSE) {
            takeDowns.propose(reference, proposal(inputs), act.actor(), act.drafters());
        } else {
            takeDowns.callOff(reference, inputs.text("whyNot"), act.actor());
        }
        act.result(TAKE_DOWN_PROPOSED, decision == Decision.PROPOSE);
    }

    private static NewProposal proposal(FormInputs inputs) {
        return new NewProposal(
                id(inputs, "publication", "The post"),
                inputs.choice("reason", "The reason", TakeDownReason.class),
                inputs.text("orderedBy"),
                id(inputs, "paper", "The paper"),
                inputs.text("language"),
                inputs.text("title"),
                inputs.text("explanation"),
                inputs.text(Verdict.REASON));
    }

    private static UUID id(FormInputs inputs, String name, String label) {
        String text = inputs.text(name);
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.invalid(name, "%s is unknown; please choose one of the list.".formatted(label));
        }
    }
}
