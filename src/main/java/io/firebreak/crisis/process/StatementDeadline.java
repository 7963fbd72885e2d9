package io.firebreak.crisis.process;

import io.firebreak.crisis.Cases;
import io.firebreak.engine.ProcessBean;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** When the statement should be out, counted from the report. */
@ProcessBean("statementDeadline")
public class StatementDeadline {

    private final Cases cases;

    StatementDeadline(Cases cases) {
        this.cases = cases;
    }

    public Date of(DelegateExecution execution) {
        return Date.from(cases.get(BusinessKey.of(execution)).statementDueAt());
    }
}
