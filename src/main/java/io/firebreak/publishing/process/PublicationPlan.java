package io.firebreak.publishing.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.publishing.Audience;
import io.firebreak.publishing.Publishing;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** On which channels the statement was queued, from the record: no list of them is a variable of the process. */
@ProcessBean("publicationPlan")
public class PublicationPlan {

    private final Publishing publishing;

    PublicationPlan(Publishing publishing) {
        this.publishing = publishing;
    }

    /**
     * @param audience as {@link Audience} names it
     */
    public List<String> channels(DelegateExecution execution, String audience) {
        return publishing.channelsOf(
                CaseReference.parse(execution.getProcessBusinessKey()),
                CaseVariables.statementIn(execution.getVariable(CaseVariables.STATEMENT)),
                Audience.valueOf(audience));
    }
}
