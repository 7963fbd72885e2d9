package io.firebreak.statement.process;

import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseFacts.Gap;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.TaskAct;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.Statements;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * An area that had to be consulted and could not be found: whoever approves a text goes on without it, on record, or not
 * at all. A translation says nothing new, so nobody is asked again.
 */
@Component
class ConsultationGaps {

    private static final TextRule REASON =
            TextRule.text("gapReason", "Why you go on without those who could not be found", 2_000);

    private final CaseFacts facts;
    private final Statements statements;
    private final Ledger ledger;

    ConsultationGaps(CaseFacts facts, Statements statements, Ledger ledger) {
        this.facts = facts;
        this.statements = statements;
        this.ledger = ledger;
    }

    /**
     * @throws Refusal when there is an open gap and the approver does not say that and why they go on
     */
    void require(TaskAct act) {
        List<String> areas = facts.gaps(CaseReference.parse(act.caseReference())).stream()
                .map(Gap::area)
                .distinct()
                .toList();
        if (areas.isEmpty() || isTranslation(act)) {
            return;
        }
        if (!act.inputs().ticked("goOnWithGaps")) {
            throw Refusal.invalid(
                    "goOnWithGaps",
                    "Nobody could be found for %s; please say that you go on without, and why, or send the text back."
                            .formatted(String.join(", ", areas)));
        }
        String reason = REASON.require(act.inputs().text("gapReason"));
        ledger.record(new Act(
                        act.caseReference(),
                        act.actor().id(),
                        "approval.withGap",
                        "%s goes on without %s.".formatted(act.actor().id(), String.join(", ", areas)))
                .because(reason)
                .with("areas", areas));
    }

    private boolean isTranslation(TaskAct act) {
        return statements
                .find(act.caseReference(), act.statement())
                .filter(statement -> statement.kind() == StatementKind.TRANSLATION)
                .isPresent();
    }
}
