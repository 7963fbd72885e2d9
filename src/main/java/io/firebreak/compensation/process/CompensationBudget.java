package io.firebreak.compensation.process;

import io.firebreak.access.Role;
import io.firebreak.compensation.Budgets;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.ProcessBean;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the crisis plan says of compensation, for diagrams. */
@ProcessBean("compensationBudget")
public class CompensationBudget {

    private final Budgets budgets;

    CompensationBudget(Budgets budgets) {
        this.budgets = budgets;
    }

    /**
     * Who may agree, by group ids: the role that the plan names, crisis leads where it has lost its budget meanwhile, and
     * management.
     */
    public Set<String> agrees(DelegateExecution execution) {
        String named = budgets.agrees(CaseReference.parse(execution.getProcessBusinessKey()))
                .orElse(Role.CRISIS_LEAD.groupId());
        return new LinkedHashSet<>(List.of(named, Role.MANAGEMENT.groupId()));
    }
}
