package io.firebreak.crisis.process;

import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.TimingDecision;
import io.firebreak.engine.ProcessBean;
import java.time.Duration;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Keeps with the case what the table {@code Timing} says. */
@ProcessBean("recordTiming")
class RecordTiming implements ExecutionListener {

    private final Assessments assessments;

    RecordTiming(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        DmnDecisionResultEntries timing = result.getSingleResult();
        assessments.decideTiming(
                BusinessKey.of(execution),
                new TimingDecision(
                        duration(timing, "coolDown"),
                        duration(timing, "holdingStatementDue"),
                        duration(timing, "statementDue"),
                        duration(timing, "watchInterval"),
                        duration(timing, "calmPeriod"),
                        timing.<Integer>getEntry("calmSharePercent"),
                        timing.getEntry("freeze")));
    }

    /** Empty in the table means that there is none. */
    private static Duration duration(DmnDecisionResultEntries timing, String output) {
        String text = timing.getEntry(output);
        return text == null || text.isEmpty() ? null : Duration.parse(text);
    }
}
