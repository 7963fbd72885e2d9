package io.firebreak.crisis.process;

import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Category;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.crisis.Severity;
import io.firebreak.crisis.Spread;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Assess the incident</em>: somebody says what it is. */
@Component
class AssessIncident implements TaskRule {

    private final Assessments assessments;

    AssessIncident(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String task() {
        return "UserTask_AssessIncident";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(
                "category",
                "safetyRisk",
                "spread",
                "negativeSharePercent",
                "vividTrigger",
                "influentialAuthor",
                "crisisHistory",
                "foundFirst",
                "pastPeak",
                "severity",
                "severityReason");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        IncidentFacts facts = new IncidentFacts(
                inputs.choice("category", "The category", Category.class),
                inputs.answer("safetyRisk", "Whether people or data are in danger"),
                inputs.choice("spread", "The spread", Spread.class),
                inputs.number("negativeSharePercent", "The share of negative mentions", 0, 100),
                inputs.ticked("vividTrigger"),
                inputs.ticked("influentialAuthor"),
                inputs.ticked("crisisHistory"),
                inputs.ticked("foundFirst"),
                inputs.ticked("pastPeak"));
        Severity confirmed =
                inputs.text("severity") == null ? null : inputs.choice("severity", "The severity", Severity.class);
        assessments.assess(
                CaseReference.parse(act.caseReference()), facts, confirmed, inputs.text("severityReason"), act.actor());
        act.result(CaseVariables.CATEGORY, facts.category().name());
    }
}
