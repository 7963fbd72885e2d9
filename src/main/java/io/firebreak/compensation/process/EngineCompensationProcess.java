package io.firebreak.compensation.process;

import io.firebreak.compensation.Compensation;
import io.firebreak.compensation.CompensationProcess;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.StaffProcesses;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts {@code CompensateCustomer}, beside whatever the case is doing: a change of its way does not end it. */
@Component
class EngineCompensationProcess implements CompensationProcess, StaffProcesses {

    private static final String ID = "CompensateCustomer";

    private final RuntimeService runtimeService;
    private final AsFirebreak asFirebreak;
    private final Cases cases;

    EngineCompensationProcess(@Lazy RuntimeService runtimeService, AsFirebreak asFirebreak, Cases cases) {
        this.runtimeService = runtimeService;
        this.asFirebreak = asFirebreak;
        this.cases = cases;
    }

    @Override
    public Set<String> processes() {
        return Set.of(ID);
    }

    @Override
    public void begin(Compensation proposed) {
        CrisisCase crisisCase = cases.get(proposed.reference());
        String reference = proposed.reference().toString();
        asFirebreak.run(() -> runtimeService.startProcessInstanceByKey(
                ID,
                reference,
                Map.of(
                        CaseVariables.CASE_REFERENCE,
                        reference,
                        CaseVariables.CASE_TITLE,
                        crisisCase.report().title(),
                        CaseVariables.SEVERITY,
                        crisisCase.severity().name(),
                        CaseVariables.COMPENSATION,
                        proposed.id().toString())));
    }
}
