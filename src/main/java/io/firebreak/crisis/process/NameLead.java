package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Leads;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Take the lead</em>: one person leads, and says which areas of the house are asked what. */
@Component
class NameLead implements TaskRule {

    private final Leads leads;
    private final CaseFacts facts;

    NameLead(Leads leads, CaseFacts facts) {
        this.leads = leads;
        this.facts = facts;
    }

    @Override
    public String task() {
        return "UserTask_NameLead";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("lead", "areas", "question");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        CaseReference reference = CaseReference.parse(act.caseReference());
        name(reference, inputs.text("lead"), act);
        facts.ask(reference, lines(inputs.text("areas")), inputs.text("question"), act.actor());
    }

    /** Nobody named: whoever leads by now goes on, else the person who completes the task. */
    private void name(CaseReference reference, String lead, TaskAct act) {
        if (lead != null && !lead.isBlank()) {
            leads.name(reference, lead, act.actor());
        } else if (leads.of(reference).isEmpty()) {
            leads.name(reference, act.actor().id(), act.actor());
        }
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
