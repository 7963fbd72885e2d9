package io.firebreak.reply.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Severity;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.reply.Comments;
import io.firebreak.reply.ReplyNeed;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Plan the reply</em>: what the comment needs. */
@Component
class PlanReply implements TaskRule {

    private final Comments comments;

    PlanReply(Comments comments) {
        this.comments = comments;
    }

    @Override
    public String task() {
        return "UserTask_PlanReply";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("need", "area", "question", "severity", "reason");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        CaseReference reference = CaseReference.parse(act.caseReference());
        ReplyNeed need = inputs.choice("need", "What the comment needs", ReplyNeed.class);
        switch (need) {
            case ANSWER -> comments.planAnswer(reference, act.actor());
            case ASK_AREA -> comments.askArea(reference, inputs.text("area"), inputs.text("question"), act.actor());
            case CRISIS ->
                comments.planCrisis(
                        reference,
                        inputs.choice("severity", "The severity", Severity.class),
                        inputs.text("reason"),
                        act.actor());
        }
        act.result(ReplyVariables.REPLY_NEED, need.name());
        act.result(ReplyVariables.BECAME_CRISIS, need == ReplyNeed.CRISIS);
    }
}
