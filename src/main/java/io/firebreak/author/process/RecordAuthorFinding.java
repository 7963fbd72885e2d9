package io.firebreak.author.process;

import io.firebreak.author.Finding;
import io.firebreak.author.Findings;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.ReservedVariables;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Keeps with the case what the table {@code AuthorVerification} says. */
@ProcessBean("recordAuthorFinding")
class RecordAuthorFinding implements ExecutionListener, ReservedVariables {

    private static final String SUSPICION = "suspicion";

    private final Findings findings;

    RecordAuthorFinding(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Set<String> names() {
        return Set.of(SUSPICION);
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        DmnDecisionResultEntries said = result.getSingleResult();
        boolean suspicion = findings.decide(
                CaseReference.parse(execution.getProcessBusinessKey()),
                Finding.valueOf(said.getEntry("finding")),
                said.getEntry("advice"));
        execution.getProcessInstance().setVariable(SUSPICION, suspicion);
    }
}
