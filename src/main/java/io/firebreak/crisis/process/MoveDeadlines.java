package io.firebreak.crisis.process;

import io.firebreak.access.Actor;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.RunningDeadlines;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Move the deadlines</em>: what the times of the case have become holds for everything that waits. */
@ProcessBean("moveDeadlines")
class MoveDeadlines implements JavaDelegate {

    private final RunningDeadlines deadlines;
    private final Ledger ledger;

    MoveDeadlines(RunningDeadlines deadlines, Ledger ledger) {
        this.deadlines = deadlines;
        this.ledger = ledger;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = execution.getProcessBusinessKey();
        deadlines.moveAll(reference);
        ledger.record(new Act(
                reference,
                Actor.FIREBREAK.id(),
                "deadlines.moved",
                "All open tasks and timers have the deadlines of the new severity; the time that has gone counts."));
    }
}
