package io.firebreak.statement.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.CaseVariables;
import io.firebreak.statement.LoneApprovalProcess;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts {@code ReviewLoneApproval}: a process of its own, so that it holds up nothing and ends with no phase. */
@Component
class ApprovalReviews implements LoneApprovalProcess {

    static final String ID = "ReviewLoneApproval";

    private final Cases cases;
    private final RuntimeService runtimeService;
    private final AsFirebreak asFirebreak;

    ApprovalReviews(Cases cases, @Lazy RuntimeService runtimeService, AsFirebreak asFirebreak) {
        this.cases = cases;
        this.runtimeService = runtimeService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public void reviewLater(String caseReference, UUID statementId) {
        CrisisCase crisisCase = cases.get(CaseReference.parse(caseReference));
        asFirebreak.run(() -> runtimeService.startProcessInstanceByKey(
                ID,
                caseReference,
                Map.of(
                        CaseVariables.CASE_REFERENCE, caseReference,
                        CaseVariables.CASE_TITLE, crisisCase.report().title(),
                        CaseVariables.SEVERITY, crisisCase.severity().name(),
                        CaseVariables.STATEMENT, statementId.toString())));
    }
}
