package io.firebreak.reaction.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.ProcessBean;
import io.firebreak.reaction.Reactions;
import io.firebreak.reaction.Trend;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The facts about reactions as diagrams and decision tables take them: from our tables, never from variables. */
@ProcessBean("watching")
public class Watching {

    private final Reactions reactions;

    Watching(Reactions reactions) {
        this.reactions = reactions;
    }

    /** How long it is until the next look, as an ISO duration. */
    public String interval(DelegateExecution execution) {
        return reactions.watchInterval(caseOf(execution)).toString();
    }

    public boolean counted(DelegateExecution execution) {
        return trend(execution).counted();
    }

    public Integer percentOfPeak(DelegateExecution execution) {
        return trend(execution).percentOfPeak();
    }

    public Integer percentOfPrevious(DelegateExecution execution) {
        return trend(execution).percentOfPrevious();
    }

    public Integer negativeSharePercent(DelegateExecution execution) {
        return trend(execution).negativeSharePercent();
    }

    public int calmForPercent(DelegateExecution execution) {
        return trend(execution).calmForPercent();
    }

    private Trend trend(DelegateExecution execution) {
        return reactions.trend(caseOf(execution));
    }

    static CaseReference caseOf(DelegateExecution execution) {
        return CaseReference.parse(execution.getProcessBusinessKey());
    }
}
