package io.firebreak.reply.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.reply.Replies;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Send the reply</em>: a person sends it by hand and shows where it is, or says why not. */
@Component
class SendReply implements TaskRule {

    private enum Decision {
        SENT,
        NOT_SENT
    }

    private final Replies replies;

    SendReply(Replies replies) {
        this.replies = replies;
    }

    @Override
    public String task() {
        return "UserTask_SendReply";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "sha256", "link", "proof", "reason");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        CaseReference reference = CaseReference.parse(act.caseReference());
        Decision decision = inputs.choice("decision", "Whether it was sent", Decision.class);
        if (decision == Decision.SENT) {
            replies.send(reference, inputs.text("sha256"), inputs.text("link"), inputs.text("proof"), act.actor());
        } else {
            replies.withdraw(reference, inputs.text("reason"), act.actor());
        }
        act.result(ReplyVariables.REPLY_SENT, decision == Decision.SENT);
    }
}
