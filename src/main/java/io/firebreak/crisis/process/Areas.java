package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseFacts.AskedArea;
import io.firebreak.engine.ProcessBean;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The areas of the house that are asked for facts. */
@ProcessBean("areas")
public class Areas {

    private final CaseFacts facts;

    Areas(CaseFacts facts) {
        this.facts = facts;
    }

    public List<String> asked(DelegateExecution execution) {
        return facts.asked(BusinessKey.of(execution)).stream()
                .map(AskedArea::area)
                .toList();
    }
}
