package io.firebreak.review.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.ProcessBean;
import io.firebreak.review.CaseMeasures;
import io.firebreak.review.Measure;
import io.firebreak.review.People;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The measures of a case, for diagrams that have each carried out. */
@ProcessBean("measures")
public class MeasuresOfCase {

    private final CaseMeasures measures;
    private final People people;

    MeasuresOfCase(CaseMeasures measures, People people) {
        this.measures = measures;
        this.people = people;
    }

    /** The ids of all measures that are not carried out yet; empty when there is none. */
    public List<String> open(DelegateExecution execution) {
        return measures.open(CaseReference.parse(execution.getProcessBusinessKey())).stream()
                .map(measure -> measure.id().toString())
                .toList();
    }

    /** Who owns the measure that the step is about; null, so that all can take it, when that person works here no more. */
    public String owner(DelegateExecution execution) {
        String owner = measureOf(execution).owner();
        return people.worksOnCases(owner) ? owner : null;
    }

    /** When the measure that the step is about is due. */
    public Date dueAt(DelegateExecution execution) {
        return Date.from(measures.dueAt(measureOf(execution)));
    }

    private Measure measureOf(DelegateExecution execution) {
        return measures.get(CaseVariables.measureIn(execution.getVariable(CaseVariables.MEASURE)));
    }
}
