package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cause;
import io.firebreak.crisis.Cause.Claim;
import io.firebreak.crisis.Cause.Cluster;
import io.firebreak.crisis.Cause.Responsibility;
import io.firebreak.crisis.Causes;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Investigate the cause</em>: how it began, what set it off, who is behind it, and what we answer for. */
@Component
class InvestigateCause implements TaskRule {

    private final Causes causes;

    InvestigateCause(Causes causes) {
        this.causes = causes;
    }

    @Override
    public String task() {
        return "UserTask_InvestigateCause";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(
                "beginning",
                "triggers",
                "people",
                "responsibility",
                "cluster",
                "claim",
                "claimShownFalse",
                "badReputation");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        Cause found = new Cause(
                inputs.text("beginning"),
                inputs.text("triggers"),
                inputs.text("people"),
                inputs.choice("responsibility", "Our responsibility", Responsibility.class),
                inputs.choice("cluster", "The kind of crisis", Cluster.class),
                inputs.choice("claim", "What is said against us", Claim.class),
                inputs.ticked("claimShownFalse"),
                inputs.ticked("badReputation"),
                null,
                null);
        causes.keep(CaseReference.parse(act.caseReference()), found, act.actor());
    }
}
