package io.firebreak.reply.process;

import static java.util.stream.Collectors.toMap;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Agree to the reply</em>: somebody who wrote none of it agrees to exactly this text, or sends it back. */
@Component
class AgreeToReply implements TaskRule {

    private enum Decision {
        AGREE,
        SEND_BACK
    }

    private final Replies replies;

    AgreeToReply(Replies replies) {
        this.replies = replies;
    }

    @Override
    public String task() {
        return "UserTask_AgreeToReply";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("decision", "comments", "sha256");
    }

    @Override
    public Map<String, String> barred(TaskSubject subject) {
        return replies.of(CaseReference.parse(subject.caseReference())).stream()
                .reduce((earlier, later) -> later)
                .map(Reply::authors)
                .map(authors -> authors.stream().collect(toMap(author -> author, author -> "wrote in this reply")))
                .orElse(Map.of());
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        CaseReference reference = CaseReference.parse(act.caseReference());
        Decision decision = inputs.choice("decision", "The decision", Decision.class);
        String seen = inputs.text("sha256");
        if (decision == Decision.AGREE) {
            replies.agree(reference, seen, inputs.text("comments"), act.actor());
        } else {
            replies.sendBack(reference, seen, inputs.text("comments"), act.actor());
        }
        act.result(ReplyVariables.REPLY_AGREED, decision == Decision.AGREE);
    }
}
