package io.firebreak.takedown.process;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.Caller;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.HandedIn;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.Staff;
import io.firebreak.engine.StartRule;
import io.firebreak.rule.Refusal;
import io.firebreak.takedown.TakeDowns;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;

/** The first step: whoever may ask for a take-down says of which case, and why. */
@ProcessBean("keepTakeDown")
class KeepTakeDown implements JavaDelegate, StartRule {

    private static final String TAKE_DOWN = "TakeDown";

    private final TakeDowns takeDowns;
    private final Cases cases;
    private final Caller caller;
    private final Staff staff;
    private final RuntimeService runtimeService;
    private final AsFirebreak asFirebreak;

    KeepTakeDown(
            TakeDowns takeDowns,
            Cases cases,
            Caller caller,
            Staff staff,
            @Lazy RuntimeService runtimeService,
            AsFirebreak asFirebreak) {
        this.runtimeService = runtimeService;
        this.asFirebreak = asFirebreak;
        this.takeDowns = takeDowns;
        this.cases = cases;
        this.caller = caller;
        this.staff = staff;
    }

    @Override
    public String process() {
        return TAKE_DOWN;
    }

    @Override
    public Set<String> inputs() {
        return Set.of("case", "request");
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInputs inputs = HandedIn.atStart()
                .orElseThrow(() -> Refusal.notAllowed("A take-down is asked for by a person; please use its form."));
        if (execution.getProcessBusinessKey() != null) {
            throw Refusal.invalid(
                    "businessKey", "The form says which case it is; please leave the business key empty.");
        }
        CrisisCase crisisCase = cases.get(CaseReference.parse(inputs.text("case")));
        endAbandoned(crisisCase.reference());
        takeDowns.ask(
                crisisCase.reference(),
                inputs.text("request"),
                staff.person(caller.person().id()));
        execution.setProcessBusinessKey(crisisCase.reference().toString());
        execution.setVariable(
                CaseVariables.CASE_REFERENCE, crisisCase.reference().toString());
        execution.setVariable(CaseVariables.CASE_TITLE, crisisCase.report().title());
        execution.setVariable(
                CaseVariables.SEVERITY,
                crisisCase.severity() == null ? null : crisisCase.severity().name());
    }

    /** One whose process an administrator ended must not stand in the way of the next for ever. */
    private void endAbandoned(CaseReference reference) {
        boolean runs = asFirebreak.call(() -> runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(TAKE_DOWN)
                        .processInstanceBusinessKey(reference.toString())
                        .count()
                > 0);
        if (!runs && takeDowns.open(reference).isPresent()) {
            takeDowns.callOff(reference, "Its process was ended before anybody decided or did it.", Actor.FIREBREAK);
        }
    }
}
