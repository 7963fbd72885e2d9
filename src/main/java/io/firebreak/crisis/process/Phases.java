package io.firebreak.crisis.process;

import io.firebreak.crisis.Cases;
import io.firebreak.crisis.Phase;
import io.firebreak.engine.ProcessBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Where the diagram goes on to a phase of the case. */
@ProcessBean("phases")
public class Phases {

    private final Cases cases;

    Phases(Cases cases) {
        this.cases = cases;
    }

    /**
     * @param phase as {@link Phase} names it
     */
    public void enter(DelegateExecution execution, String phase) {
        cases.enter(BusinessKey.of(execution), Phase.valueOf(phase));
    }
}
