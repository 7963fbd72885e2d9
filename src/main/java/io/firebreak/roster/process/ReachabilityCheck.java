package io.firebreak.roster.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.roster.coverage.Gaps;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.annotation.Value;

/** What the diagram {@code ReachabilityCheck} asks. */
@ProcessBean("reachabilityCheck")
public class ReachabilityCheck {

    private final Gaps gaps;
    private final String cycle;

    ReachabilityCheck(Gaps gaps, @Value("${firebreak.reachability.check}") String cycle) {
        this.gaps = gaps;
        this.cycle = cycle;
    }

    /** When it is looked, as a cron expression on the clocks of the house, or an interval such as R/PT12H. */
    public String cycle() {
        return cycle;
    }

    /** What this process asks for: one id for all gaps that have the same cause. */
    public List<String> gaps(DelegateExecution execution) {
        return gaps.askedBy(execution.getProcessInstanceId());
    }

    /** What the step asks for in one sentence, for cards and forms. */
    public String sentence(DelegateExecution execution) {
        return gaps.sentence(UUID.fromString((String) execution.getVariable(CaseVariables.GAP)));
    }
}
