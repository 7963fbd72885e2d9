package io.firebreak.statement.process;

import io.firebreak.engine.ProcessBean;
import io.firebreak.statement.Posture;
import io.firebreak.statement.PostureAdvice;
import io.firebreak.statement.Postures;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Keeps with the case what the table {@code Posture} advises. */
@ProcessBean("recordPosture")
class RecordPosture implements ExecutionListener {

    private final Postures postures;

    RecordPosture(Postures postures) {
        this.postures = postures;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        DmnDecisionResultEntries advice = result.getSingleResult();
        Number rule = advice.getEntry("rule");
        postures.advise(
                execution.getProcessBusinessKey(),
                new PostureAdvice(
                        Posture.valueOf(advice.getEntry("posture")),
                        PostureAdvice.Apology.valueOf(advice.getEntry("apology")),
                        PostureAdvice.Admission.valueOf(advice.getEntry("admit")),
                        advice.getEntry("mustContain"),
                        rule.intValue(),
                        advice.getEntry("source")));
    }
}
