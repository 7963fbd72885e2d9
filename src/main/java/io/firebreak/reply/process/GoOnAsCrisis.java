package io.firebreak.reply.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.ProcessBean;
import io.firebreak.reply.Comments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Go on as a crisis</em>: the process that leads the case is told; it may end this one with it. */
@ProcessBean("goOnAsCrisis")
class GoOnAsCrisis implements JavaDelegate {

    private final Comments comments;

    GoOnAsCrisis(Comments comments) {
        this.comments = comments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        comments.goOnAsCrisis(CaseReference.parse(execution.getProcessBusinessKey()));
    }
}
