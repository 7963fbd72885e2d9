package io.firebreak.publishing;

import io.firebreak.crisis.CrisisCase;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.StatementVersion.Decision;
import io.firebreak.statement.Statements;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The one place that decides whether a text may go public. It reads our own tables alone and trusts nothing that the
 * process says: whoever bends the process comes no further than here.
 */
@Component
class PublicationGate {

    private final PublicationStore publications;
    private final Clock clock;

    PublicationGate(PublicationStore publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    /**
     * @throws Refusal that says what is missing
     */
    void pass(CrisisCase crisisCase, StatementVersion version) {
        requireOpenCase(crisisCase);
        requireApproval(version);
        requireCoolDownOver(crisisCase);
        requireApologiesLeft(crisisCase, version);
    }

    private static void requireOpenCase(CrisisCase crisisCase) {
        if (!crisisCase.isOpen()) {
            throw Refusal.conflict(
                    "The case %s is closed; nothing is published for it.".formatted(crisisCase.reference()));
        }
    }

    private static void requireApproval(StatementVersion version) {
        Decision decision = version.decision();
        if (decision == null || !decision.approved()) {
            throw Refusal.conflict("Version %d of the statement is not approved.".formatted(version.number()));
        }
        if (!decision.sha256().equals(version.text().sha256())) {
            throw Refusal.conflict(
                    "Version %d of the statement is not the text that was approved.".formatted(version.number()));
        }
        if (version.authors().contains(decision.decidedBy())) {
            throw Refusal.conflict("Version %d of the statement was approved by %s, who wrote in it."
                    .formatted(version.number(), decision.decidedBy()));
        }
    }

    private void requireCoolDownOver(CrisisCase crisisCase) {
        Instant end = crisisCase.coolDownEndsAt();
        if (end == null || clock.instant().isBefore(end)) {
            throw Refusal.conflict("The cool-down of %s %s."
                    .formatted(
                            crisisCase.reference(), end == null ? "is not decided yet" : "is not over before " + end));
        }
    }

    private void requireApologiesLeft(CrisisCase crisisCase, StatementVersion version) {
        if (version.text().apology()
                && publications.apologiesOf(crisisCase.reference().toString()) >= Statements.MAXIMUM_APOLOGIES) {
            throw Refusal.conflict(
                    "%s has apologised twice in public; a further statement gives facts and measures, no apology."
                            .formatted(crisisCase.reference()));
        }
    }
}
