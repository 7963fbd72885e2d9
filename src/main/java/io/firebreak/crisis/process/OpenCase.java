package io.firebreak.crisis.process;

import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentReport;
import io.firebreak.engine.Caller;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.HandedIn;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.StartRule;
import io.firebreak.rule.Refusal;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The first step: a report from Tasklist becomes a case; one that came by the API is a case already. */
@ProcessBean("openCase")
class OpenCase implements JavaDelegate, StartRule {

    private final Cases cases;
    private final Caller caller;

    OpenCase(Cases cases, Caller caller) {
        this.cases = cases;
        this.caller = caller;
    }

    @Override
    public String process() {
        return CrisisProcess.ID;
    }

    @Override
    public Set<String> inputs() {
        return Set.of("title", "description", "language", "sourceUrl", "drill");
    }

    @Override
    public void execute(DelegateExecution execution) {
        CrisisCase opened = HandedIn.atStart()
                .map(inputs -> open(execution, inputs))
                .orElseGet(() -> cases.get(BusinessKey.of(execution)));
        execution.setVariable(CaseVariables.CASE_REFERENCE, opened.reference().toString());
        execution.setVariable(CaseVariables.CASE_TITLE, opened.report().title());
        if (opened.facts() != null) {
            execution.setVariable(
                    CaseVariables.CATEGORY, opened.facts().category().name());
        }
    }

    private CrisisCase open(DelegateExecution execution, FormInputs inputs) {
        if (execution.getProcessBusinessKey() != null) {
            throw Refusal.invalid("businessKey", "Firebreak gives the case its reference; please leave it empty.");
        }
        IncidentReport report = IncidentReport.of(
                        inputs.text("title"),
                        inputs.text("description"),
                        inputs.text("language"),
                        inputs.text("sourceUrl"))
                .asDrill(inputs.ticked("drill"));
        CrisisCase opened = cases.open(report, caller.person());
        execution.setProcessBusinessKey(opened.reference().toString());
        return opened;
    }
}
