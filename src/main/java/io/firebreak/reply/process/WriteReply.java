package io.firebreak.reply.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.reply.Replies;
import io.firebreak.reply.ReplyReview;
import io.firebreak.reply.ReplyText;
import io.firebreak.reply.Way;
import io.firebreak.wording.Verdict;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Write the reply</em>: a person hands in a text for a second person to agree to. */
@Component
class WriteReply implements TaskRule {

    private final Cases cases;
    private final Replies replies;
    private final ReplyReview review;

    WriteReply(Cases cases, Replies replies, ReplyReview review) {
        this.cases = cases;
        this.replies = replies;
        this.review = review;
    }

    @Override
    public String task() {
        return "UserTask_WriteReply";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("way", "text", "apology", Verdict.REASON);
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        CaseReference reference = CaseReference.parse(act.caseReference());
        ReplyText text = ReplyText.of(
                inputs.choice("way", "How it gets there", Way.class), inputs.text("text"), inputs.ticked("apology"));
        String language = cases.get(reference).report().language();
        Verdict verdict = review.require(reference, text, language, inputs.text(Verdict.REASON));
        review.keep(reference, replies.write(reference, text, act.actor(), act.drafters()), verdict);
    }
}
