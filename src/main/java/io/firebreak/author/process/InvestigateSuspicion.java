package io.firebreak.author.process;

import io.firebreak.author.Conclusion;
import io.firebreak.author.Findings;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.ReservedVariables;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Investigate the suspicion</em>: a person says whether accounts act together, and who is behind them. */
@Component
class InvestigateSuspicion implements TaskRule, ReservedVariables {

    private static final String COMPETITOR_NAMED = "competitorNamed";

    private final Findings findings;

    InvestigateSuspicion(Findings findings) {
        this.findings = findings;
    }

    @Override
    public String task() {
        return "UserTask_InvestigateSuspicion";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("conclusion", "reason", "evidence");
    }

    @Override
    public Set<String> names() {
        return Set.of(COMPETITOR_NAMED);
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        boolean named = findings.conclude(
                CaseReference.parse(act.caseReference()),
                inputs.choice("conclusion", "The conclusion", Conclusion.class),
                inputs.text("reason"),
                lines(inputs.text("evidence")),
                act.actor(),
                act.drafters());
        act.result(COMPETITOR_NAMED, named);
    }

    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
