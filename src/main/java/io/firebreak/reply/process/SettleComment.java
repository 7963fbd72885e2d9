package io.firebreak.reply.process;

import io.firebreak.compensation.Compensations;
import io.firebreak.compensation.Offer;
import io.firebreak.compensation.PrivateWay;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Severity;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.reply.Comments;
import io.firebreak.reply.Outcome;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Settle the comment</em>: how the other side took the reply, and whether they are to be compensated. */
@Component
class SettleComment implements TaskRule {

    private final Comments comments;
    private final Compensations compensations;

    SettleComment(Comments comments, Compensations compensations) {
        this.comments = comments;
        this.compensations = compensations;
    }

    @Override
    public String task() {
        return "UserTask_SettleComment";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(
                "outcome",
                "words",
                "newFacts",
                "severity",
                "reason",
                "compensationProposed",
                "compensationWay",
                "compensationAmount",
                "compensationCurrency",
                "compensationReason");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        CaseReference reference = CaseReference.parse(act.caseReference());
        Outcome outcome = inputs.choice("outcome", "How they took the reply", Outcome.class);
        if (inputs.ticked("compensationProposed")) {
            compensations.proposeToAuthor(reference, offered(inputs), act.actor(), act.drafters());
        }
        String words = inputs.text("words");
        switch (outcome) {
            case CALM -> comments.calm(reference, words, act.actor());
            case ANSWERED_AGAIN -> comments.answeredAgain(reference, words, inputs.text("newFacts"), act.actor());
            case CRISIS ->
                comments.crisisAfterReply(
                        reference,
                        words,
                        inputs.choice("severity", "The severity", Severity.class),
                        inputs.text("reason"),
                        act.actor());
        }
        act.result(ReplyVariables.COMMENT_OUTCOME, outcome.name());
        act.result(ReplyVariables.BECAME_CRISIS, outcome == Outcome.CRISIS);
    }

    private static Offer offered(FormInputs inputs) {
        return Offer.of(
                inputs.choice("compensationWay", "The private way of the compensation", PrivateWay.class),
                inputs.text("compensationAmount"),
                inputs.text("compensationCurrency"),
                inputs.text("compensationReason"));
    }
}
