package io.firebreak.statement.process;

import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.statement.LoneApprovals;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Review the approval alone</em>: somebody else says whether it was right, and what is learnt from it. */
@Component
class ReviewApproval implements TaskRule {

    private enum Outcome {
        JUSTIFIED,
        NOT_JUSTIFIED
    }

    private final LoneApprovals approvals;

    ReviewApproval(LoneApprovals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String task() {
        return "UserTask_ReviewApproval";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("outcome", "words", "lesson");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        Outcome outcome = inputs.choice("outcome", "The outcome", Outcome.class);
        approvals.review(
                act.statement(),
                outcome == Outcome.JUSTIFIED,
                inputs.text("words"),
                inputs.text("lesson"),
                act.actor());
    }
}
