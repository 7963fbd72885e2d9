package io.firebreak.reaction.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.reaction.Reactions;
import io.firebreak.reaction.Verdict;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Keeps with the case what the table {@code ReactionTrend} says, and leads the process by it. */
@ProcessBean("recordTrend")
class RecordTrend implements ExecutionListener, ReservedVariables {

    /** What the gateways of {@code WatchReactions} look at: the name of a {@link Verdict}. */
    static final String REACTION_TREND = "reactionTrend";

    /** What {@code WatchReactions} gives back. */
    static final String RESPOND_AGAIN = "respondAgain";

    private final Reactions reactions;

    RecordTrend(Reactions reactions) {
        this.reactions = reactions;
    }

    @Override
    public Set<String> names() {
        return Set.of(REACTION_TREND, RESPOND_AGAIN);
    }

    @Override
    public void notify(DelegateExecution execution) {
        CaseReference reference = Watching.caseOf(execution);
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        DmnDecisionResultEntries row = result.getSingleResult();
        Verdict verdict = Verdict.valueOf(row.getEntry("verdict"));
        reactions.judged(reference, verdict, row.getEntry("reason"), reactions.trend(reference));
        execution.getProcessInstance().setVariable(REACTION_TREND, verdict.name());
        execution.getProcessInstance().setVariable(RESPOND_AGAIN, verdict == Verdict.GROWS);
    }
}
