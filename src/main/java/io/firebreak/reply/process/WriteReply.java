package io.firebreak.reply.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.reply.Replies;
import io.firebreak.reply.ReplyText;
import io.firebreak.reply.Way;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Write the reply</em>: a person hands in a text for a second person to agree to. */
@Component
class WriteReply implements TaskRule {

    private final Replies replies;

    WriteReply(Replies replies) {
        this.replies = replies;
    }

    @Override
    public String task() {
        return "UserTask_WriteReply";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("way", "text", "apology");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        replies.write(
                CaseReference.parse(act.caseReference()),
                ReplyText.of(
                        inputs.choice("way", "How it gets there", Way.class),
                        inputs.text("text"),
                        inputs.ticked("apology")),
                act.actor());
    }
}
