package io.firebreak.compensation;

import io.firebreak.access.Actor;
import io.firebreak.access.Role;
import io.firebreak.author.AuthorFinding;
import io.firebreak.author.AuthorFinding.Standing;
import io.firebreak.author.Findings;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.PublicRecord;
import io.firebreak.engine.Staff;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may be compensated, and who may agree to it; what it may cost is a matter of {@link Budgets}. */
@Component
class CompensationConditions {

    private static final Set<Standing> NOT_TO_BE_COMPENSATED =
            Set.of(Standing.SUSPICION, Standing.COORDINATED, Standing.COMPETITOR);

    private static final TextRule AFFECTED =
            TextRule.text("affected", "How you know that this person was affected", 2_000);

    private final Explanations explanations;
    private final PublicRecord publicRecord;
    private final Findings findings;
    private final Staff staff;

    CompensationConditions(Explanations explanations, PublicRecord publicRecord, Findings findings, Staff staff) {
        this.explanations = explanations;
        this.publicRecord = publicRecord;
        this.findings = findings;
        this.staff = staff;
    }

    void requireExplained(CaseReference reference) {
        if (!explanations.isExplained(reference) && !publicRecord.mayBePublic(reference)) {
            throw Refusal.conflict("Compensation is offered after an explanation; please send a reply first.");
        }
    }

    void requireNoSuspicion(CaseReference reference, Recipient recipient) {
        findings.of(reference)
                .filter(finding -> NOT_TO_BE_COMPENSATED.contains(finding.standing()))
                .filter(finding -> isAbout(finding, recipient))
                .ifPresent(finding -> {
                    throw Refusal.conflict(
                            "Compensation is for those who were affected; there is a suspicion against %s."
                                    .formatted(finding.check().handle()));
                });
    }

    private static boolean isAbout(AuthorFinding finding, Recipient recipient) {
        return finding.check().isBy(recipient.handle(), recipient.place());
    }

    void requireSecondPerson(Compensation proposed, Actor actor) {
        if (proposed.proposedBy().equals(actor.id())) {
            throw Refusal.notAllowed("You proposed this compensation; somebody else decides about it.");
        }
        if (proposed.authors().contains(actor.id())) {
            throw Refusal.notAllowed("You wrote in this proposal; somebody else decides about it.");
        }
    }

    /** How it is known that the person was affected; where no order or ticket says so, a crisis lead must. */
    String requireAffected(Compensation proposed, String affected, Actor actor) {
        if (proposed.recipient().orderNumber() != null) {
            return AFFECTED.optional().require(affected);
        }
        String word = AFFECTED.require(affected);
        if (!staff.isAny(actor.id(), Role.CRISIS_LEAD)) {
            throw Refusal.notAllowed(
                    "No order or ticket shows that %s was affected; only a crisis lead can say so. Please ask one to take this task."
                            .formatted(proposed.recipient().handle()));
        }
        return word;
    }
}
