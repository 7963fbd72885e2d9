package io.firebreak.statement.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.statement.LoneReviews;
import io.firebreak.statement.StatementVersion;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * As long as the step waits in which an approval alone is reviewed, the case has an incident, which whoever watches it sees
 * in Cockpit. The engine takes it away with the step.
 */
@ProcessBean("showUnreviewed")
class ShowUnreviewed implements ExecutionListener {

    private static final String APPROVED_ALONE = "approvedAlone";

    private final LoneReviews reviews;

    ShowUnreviewed(LoneReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.createIncident(APPROVED_ALONE, execution.getId(), sentence(execution));
    }

    private String sentence(DelegateExecution execution) {
        UUID text = CaseVariables.statementIn(execution.getVariable(CaseVariables.STATEMENT));
        return reviews.toReview(text)
                .map(ShowUnreviewed::sentence)
                .orElse("A text was approved by one person alone; nobody has reviewed it yet.");
    }

    private static String sentence(StatementVersion version) {
        return "%s was approved by %s alone; nobody has reviewed it yet."
                .formatted(
                        version.named(),
                        version.agreement().alone().orElseThrow().votedBy());
    }
}
