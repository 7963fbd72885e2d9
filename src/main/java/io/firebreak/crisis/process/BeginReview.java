package io.firebreak.crisis.process;

import io.firebreak.crisis.Cases;
import io.firebreak.crisis.Phase;
import io.firebreak.engine.ProcessBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** The statement is out: the case goes on to its review. */
@ProcessBean("beginReview")
class BeginReview implements ExecutionListener {

    private final Cases cases;

    BeginReview(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void notify(DelegateExecution execution) {
        cases.enter(BusinessKey.of(execution), Phase.LEARN);
    }
}
