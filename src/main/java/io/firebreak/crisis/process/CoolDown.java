package io.firebreak.crisis.process;

import io.firebreak.crisis.Cases;
import io.firebreak.engine.ProcessBean;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The pause before a statement goes out. The timer shows it; the gate of publishing keeps it. */
@ProcessBean("coolDown")
public class CoolDown {

    private final Cases cases;

    CoolDown(Cases cases) {
        this.cases = cases;
    }

    public Date endsAt(DelegateExecution execution) {
        return Date.from(cases.get(BusinessKey.of(execution)).coolDownEndsAt());
    }
}
