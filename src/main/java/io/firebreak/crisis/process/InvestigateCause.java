package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cause;
import io.firebreak.crisis.Cause.Claim;
import io.firebreak.crisis.Cause.Cluster;
import io.firebreak.crisis.Cause.Responsibility;
import io.firebreak.crisis.Causes;
import io.firebreak.crisis.FactEntries;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Investigate the cause</em>: how it began, what set it off, who is behind it, and what we answer for. */
@Component
class InvestigateCause implements TaskRule {

    private final Causes causes;
    private final FactEntries entries;

    InvestigateCause(Causes causes, FactEntries entries) {
        this.causes = causes;
        this.entries = entries;
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
                "badReputation",
                FactEntries.INPUT);
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
        CaseReference reference = CaseReference.parse(act.caseReference());
        causes.keep(reference, found, act.actor());
        entries.take(reference, inputs.text(FactEntries.INPUT), act.actor());
    }
}
