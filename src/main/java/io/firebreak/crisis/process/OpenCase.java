package io.firebreak.crisis.process;

import io.firebreak.access.Actor;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentReport;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.HandedIn;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.StartRule;
import io.firebreak.rule.Refusal;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;

/** The first step: a report from Tasklist becomes a case; one that came by the API is a case already. */
@ProcessBean("openCase")
class OpenCase implements JavaDelegate, StartRule {

    private final Cases cases;
    private final IdentityService identityService;

    OpenCase(Cases cases, @Lazy IdentityService identityService) {
        this.cases = cases;
        this.identityService = identityService;
    }

    @Override
    public String process() {
        return CrisisProcess.ID;
    }

    @Override
    public Set<String> inputs() {
        return Set.of("title", "description", "language", "sourceUrl");
    }

    @Override
    public void execute(DelegateExecution execution) {
        CrisisCase opened = HandedIn.atStart()
                .map(inputs -> open(execution, inputs))
                .orElseGet(() -> cases.get(CaseVariables.referenceOf(execution)));
        execution.setVariable(CaseVariables.CASE_REFERENCE, opened.reference().toString());
        execution.setVariable(CaseVariables.CASE_TITLE, opened.report().title());
    }

    private CrisisCase open(DelegateExecution execution, FormInputs inputs) {
        if (execution.getProcessBusinessKey() != null) {
            throw Refusal.invalid("businessKey", "Firebreak gives the case its reference; please leave it empty.");
        }
        IncidentReport report = IncidentReport.of(
                inputs.text("title"), inputs.text("description"), inputs.text("language"), inputs.text("sourceUrl"));
        Actor reporter = new Actor(identityService.getCurrentAuthentication().getUserId());
        CrisisCase opened = cases.open(report, reporter);
        execution.setProcessBusinessKey(opened.reference().toString());
        return opened;
    }
}
