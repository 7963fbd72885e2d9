package io.firebreak.escalation.process;

import io.firebreak.engine.Caller;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.HandedIn;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.Staff;
import io.firebreak.engine.StartRule;
import io.firebreak.roster.Absences;
import io.firebreak.roster.Absences.NewAbsence;
import io.firebreak.roster.Absences.Reported;
import io.firebreak.rule.Refusal;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The first step: an absence from Tasklist is kept; one that came by the API is kept already. */
@ProcessBean("keepAbsence")
class KeepAbsence implements JavaDelegate, StartRule {

    private final Absences absences;
    private final Caller caller;
    private final Staff staff;

    KeepAbsence(Absences absences, Caller caller, Staff staff) {
        this.absences = absences;
        this.caller = caller;
        this.staff = staff;
    }

    @Override
    public String process() {
        return AbsenceProcess.ID;
    }

    @Override
    public Set<String> inputs() {
        return Set.of("person", "from", "to", "standIn", "reason");
    }

    @Override
    public void execute(DelegateExecution execution) {
        HandedIn.atStart().ifPresent(inputs -> keep(execution, inputs));
    }

    private void keep(DelegateExecution execution, FormInputs inputs) {
        if (execution.getProcessBusinessKey() != null) {
            throw Refusal.invalid("businessKey", "An absence belongs to no case; please leave the business key empty.");
        }
        NewAbsence wanted = new NewAbsence(
                textOrNull(inputs, "person"),
                inputs.text("from"),
                inputs.text("to"),
                textOrNull(inputs, "standIn"),
                textOrNull(inputs, "reason"));
        Reported reported = absences.report(wanted, staff.person(caller.person().id()));
        if (!reported.isNew()) {
            throw Refusal.conflict("This absence is entered already.");
        }
        execution.setVariable(
                CaseVariables.ABSENCE, reported.entry().absence().id().toString());
    }

    /** A field that was left empty. */
    private static String textOrNull(FormInputs inputs, String name) {
        String text = inputs.text(name);
        return text == null || text.isBlank() ? null : text;
    }
}
