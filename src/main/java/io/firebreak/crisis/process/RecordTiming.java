package io.firebreak.crisis.process;

import io.firebreak.crisis.Cases;
import io.firebreak.engine.ProcessBean;
import java.time.Duration;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Keeps with the case what the table {@code Timing} says. */
@ProcessBean("recordTiming")
class RecordTiming implements ExecutionListener {

    private final Cases cases;

    RecordTiming(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        DmnDecisionResultEntries timing = result.getSingleResult();
        cases.decideTiming(
                BusinessKey.of(execution),
                Duration.parse(timing.getEntry("coolDown")),
                Duration.parse(timing.getEntry("statementDue")));
    }
}
