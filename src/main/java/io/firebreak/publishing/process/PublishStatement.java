package io.firebreak.publishing.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.ProcessBean;
import io.firebreak.publishing.Audience;
import io.firebreak.publishing.Publishing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Publish the statement in the newsroom</em>: the gate decides, the case goes on to its review. */
@ProcessBean("publishStatement")
class PublishStatement implements JavaDelegate {

    private final Publishing publishing;
    private final Cases cases;

    PublishStatement(Publishing publishing, Cases cases) {
        this.publishing = publishing;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseReference.parse(execution.getProcessBusinessKey());
        publishing.queue(reference, Audience.PUBLIC);
        cases.beginReview(reference);
    }
}
