package io.firebreak.escalation.process;

import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.roster.Absence;
import io.firebreak.roster.Absences;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** When the absence begins and ends that a process is about. */
@ProcessBean("absencePeriod")
public class AbsencePeriod {

    private final Absences absences;

    AbsencePeriod(Absences absences) {
        this.absences = absences;
    }

    public Date beginsAt(DelegateExecution execution) {
        return Date.from(absence(execution).from());
    }

    public Date endsAt(DelegateExecution execution) {
        return Date.from(absence(execution).to());
    }

    private Absence absence(DelegateExecution execution) {
        return absences.get((String) execution.getVariable(CaseVariables.ABSENCE))
                .absence();
    }
}
