package io.firebreak.publishing;

import io.firebreak.crisis.CrisisCase;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.StatementVersion.Decision;
import io.firebreak.statement.Statements;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
     * Asked when a statement is queued, under the lock of the case, and again right before each send.
     *
     * @throws Refusal that says what is missing
     */
    void pass(CrisisCase crisisCase, StatementVersion version) {
        requireOpenCase(crisisCase);
        requireApproval(version);
        requireCoolDownOver(crisisCase);
        requireApologiesLeft(crisisCase, version);
    }

    /**
     * For the one who is about to send.
     *
     * @param versions all of the case's statement, oldest first
     * @param queued what was queued; it must still be what was approved
     * @throws Refusal that says what is missing
     */
    void passAgain(CrisisCase crisisCase, List<StatementVersion> versions, Publication queued) {
        StatementVersion version = versions.stream()
                .filter(candidate -> candidate.id().equals(queued.versionId()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("The text of this publication is gone."));
        pass(crisisCase, version);
        if (!version.seal().equals(queued.sha256())) {
            throw Refusal.conflict(
                    "Version %d of the statement is not the text that was queued.".formatted(version.number()));
        }
        versions.stream()
                .filter(other -> other.number() > version.number() && other.isApproved())
                .findFirst()
                .ifPresent(newer -> {
                    throw Refusal.conflict(
                            "Version %d of the statement was approved meanwhile; version %d is out of date."
                                    .formatted(newer.number(), version.number()));
                });
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
        if (!decision.sha256().equals(version.seal())) {
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
                && publications.apologiesBeside(crisisCase.reference().toString(), version.id())
                        >= Statements.MAXIMUM_APOLOGIES) {
            throw Refusal.conflict(
                    "%s has apologised twice in public; a further statement gives facts and measures, no apology."
                            .formatted(crisisCase.reference()));
        }
    }
}
