package io.firebreak.reaction.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.reaction.Judgement;
import io.firebreak.reaction.Reactions;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Judge the reactions</em>: a person decides where the numbers don't. */
@Component
class JudgeReactions implements TaskRule {

    private final Reactions reactions;

    JudgeReactions(Reactions reactions) {
        this.reactions = reactions;
    }

    @Override
    public String task() {
        return "UserTask_JudgeReactions";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("judgement", "reason");
    }

    @Override
    public void complete(TaskAct act) {
        Judgement judgement = act.inputs().choice("judgement", "The judgement", Judgement.class);
        reactions.judge(
                CaseReference.parse(act.caseReference()),
                judgement,
                act.inputs().text("reason"),
                act.actor());
        act.result(RecordTrend.REACTION_TREND, judgement.verdict().name());
        act.result(RecordTrend.RESPOND_AGAIN, judgement == Judgement.RESPOND_AGAIN);
    }
}
