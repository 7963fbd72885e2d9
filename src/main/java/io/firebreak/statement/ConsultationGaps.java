package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseFacts.Gap;
import io.firebreak.crisis.CaseReference;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An area that had to be consulted and could not be found: whoever approves a text goes on without it, on record, or not
 * at all. A translation says nothing new, so nobody is asked again.
 */
@Component
public class ConsultationGaps {

    private static final TextRule REASON =
            TextRule.text("gapReason", "Why you go on without those who could not be found", 2_000);

    private final CaseFacts facts;
    private final Ledger ledger;

    ConsultationGaps(CaseFacts facts, Ledger ledger) {
        this.facts = facts;
        this.ledger = ledger;
    }

    /**
     * What somebody says about those who could not be found.
     *
     * @param without whether they go on without them
     * @param reason null or blank: none
     */
    public record GoingOn(boolean without, String reason) {

        /** Nothing is said. */
        public static final GoingOn NOT_SAID = new GoingOn(false, null);
    }

    /**
     * @throws Refusal when there is an open gap and the approver does not say that and why they go on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void require(String caseReference, StatementKind kind, GoingOn goingOn, Actor actor) {
        List<String> areas = facts.gaps(CaseReference.parse(caseReference)).stream()
                .map(Gap::area)
                .distinct()
                .toList();
        if (areas.isEmpty() || kind == StatementKind.TRANSLATION) {
            return;
        }
        if (!goingOn.without()) {
            throw Refusal.invalid(
                    "goOnWithGaps",
                    "Nobody could be found for %s; please say that you go on without, and why, or send the text back."
                            .formatted(String.join(", ", areas)));
        }
        String reason = REASON.require(goingOn.reason());
        ledger.record(new Act(
                        caseReference,
                        actor.id(),
                        "approval.withGap",
                        "%s goes on without %s.".formatted(actor.id(), String.join(", ", areas)))
                .because(reason)
                .with("areas", areas));
    }
}
