package io.firebreak.publishing.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.publishing.Audience;
import io.firebreak.publishing.Publishing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Queue it for …</em>: the gate decides; the input parameter {@code audience} says for whom. */
@ProcessBean("queuePublications")
class QueuePublications implements JavaDelegate {

    private final Publishing publishing;

    QueuePublications(Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        publishing.queue(
                CaseReference.parse(execution.getProcessBusinessKey()),
                CaseVariables.statementIn(execution.getVariable(CaseVariables.STATEMENT)),
                Audience.valueOf((String) execution.getVariable("audience")));
    }
}
