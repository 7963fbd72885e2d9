package io.firebreak.reply.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.reply.Comments;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Give the area's word</em>: what the area that was asked says to it. */
@Component
class AskAreaOwner implements TaskRule {

    private final Comments comments;

    AskAreaOwner(Comments comments) {
        this.comments = comments;
    }

    @Override
    public String task() {
        return "UserTask_AskAreaOwner";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("facts");
    }

    @Override
    public void complete(TaskAct act) {
        comments.areaSays(CaseReference.parse(act.caseReference()), act.inputs().text("facts"), act.actor());
    }
}
