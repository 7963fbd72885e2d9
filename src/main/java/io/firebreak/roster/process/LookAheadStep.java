package io.firebreak.roster.process;

import io.firebreak.engine.ProcessBean;
import io.firebreak.roster.coverage.Gaps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** <em>Look two weeks ahead</em>. */
@ProcessBean("lookTwoWeeksAhead")
class LookAheadStep implements JavaDelegate {

    private final Gaps gaps;

    LookAheadStep(Gaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        gaps.look(execution.getProcessInstanceId());
    }
}
