package io.firebreak.author.process;

import io.firebreak.author.AuthorCheck;
import io.firebreak.author.AuthorSignals;
import io.firebreak.author.Findings;
import io.firebreak.author.Signal;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.StaffProcesses;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Verify the author</em>: a person says what they see of who wrote it. */
@Component
class VerifyAuthor implements TaskRule, StaffProcesses {

    private final Findings findings;

    VerifyAuthor(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Set<String> processes() {
        return Set.of("VerifyAuthor");
    }

    @Override
    public String task() {
        return "UserTask_VerifyAuthor";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(
                "handle",
                "place",
                "orderMatched",
                "orderNumber",
                "youngAccount",
                "nearDuplicates",
                "sharedLinkBurst",
                "noOtherTopics",
                "synchronousActivity",
                "notes");
    }

    @Override
    public void complete(TaskAct act) {
        FormInputs inputs = act.inputs();
        boolean orderMatched = inputs.answer("orderMatched", "Whether an order or ticket of theirs was found");
        AuthorSignals signals = new AuthorSignals(
                signal(inputs, "youngAccount", "Whether the account is young"),
                signal(inputs, "nearDuplicates", "Whether others wrote nearly the same"),
                signal(inputs, "sharedLinkBurst", "Whether a link was spread in a burst"),
                signal(inputs, "noOtherTopics", "Whether the account has no other topics"),
                signal(inputs, "synchronousActivity", "Whether accounts act at the same moments"));
        findings.keep(
                CaseReference.parse(act.caseReference()),
                AuthorCheck.of(
                        inputs.text("handle"),
                        inputs.text("place"),
                        orderMatched,
                        inputs.text("orderNumber"),
                        signals,
                        inputs.text("notes")),
                act.actor());
    }

    private static Signal signal(FormInputs inputs, String name, String label) {
        return inputs.choice(name, label, Signal.class);
    }
}
