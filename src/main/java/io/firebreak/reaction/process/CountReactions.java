package io.firebreak.reaction.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.reaction.NewCount;
import io.firebreak.reaction.ReactionSource;
import io.firebreak.reaction.Reactions;
import io.firebreak.rule.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Count the reactions</em>: a person counts what no tool has delivered. */
@Component
class CountReactions implements TaskRule {

    private final Reactions reactions;
    private final Clock clock;

    CountReactions(Reactions reactions, Clock clock) {
        this.reactions = reactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "UserTask_CountReactions";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("from", "to", "mentions", "negativeSharePercent");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        int most = (int) NewCount.MAXIMUM_MENTIONS;
        NewCount count = NewCount.of(
                inputs.text("from"),
                inputs.text("to"),
                BigDecimal.valueOf(inputs.number("mentions", "The number of mentions", 0, most)),
                BigDecimal.valueOf(inputs.number("negativeSharePercent", "The share of negative mentions", 0, 100)),
                null,
                clock.instant());
        CaseReference reference = CaseReference.parse(act.caseReference());
        reactions.add(reference, count, ReactionSource.FORM, act.actor());
        if (!reactions.trend(reference).counted()) {
            throw Refusal.invalid(
                    "to", "The count ends too long ago to tell how it is now; please count up to a moment ago.");
        }
    }
}
