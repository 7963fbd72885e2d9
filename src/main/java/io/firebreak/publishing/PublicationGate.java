package io.firebreak.publishing;

import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.Freezes;
import io.firebreak.crisis.Severity;
import io.firebreak.reply.Replies;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Agreement;
import io.firebreak.statement.Seat;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.statement.Vote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The one place that decides whether a text may go public. It reads our own tables alone and trusts nothing that the
 * process says: whoever bends the process comes no further than here.
 */
@Component
class PublicationGate {

    /** How often what another case's freeze holds back is looked at again. */
    private static final Duration HELD_FOR = Duration.ofMinutes(1);

    private final PublicationStore publications;
    private final Statements statements;
    private final Replies replies;
    private final Freezes freezes;
    private final Clock clock;

    PublicationGate(
            PublicationStore publications, Statements statements, Replies replies, Freezes freezes, Clock clock) {
        this.replies = replies;
        this.publications = publications;
        this.statements = statements;
        this.freezes = freezes;
        this.clock = clock;
    }

    /**
     * Asked when a text is queued, under the lock of the case, and again right before each send.
     *
     * @throws Refusal that says what is missing
     */
    void pass(CrisisCase crisisCase, StatementVersion version) {
        requireOpenCase(crisisCase);
        requireApproval(version);
        requireCoolDownOver(crisisCase);
        requireApologiesLeft(crisisCase, version);
        requireUpToDate(crisisCase, version);
        requireNotStopped(version);
    }

    /**
     * Why a case has to wait although all is well with its text: another one of the same brand holds a freeze. Whoever
     * has passed asks this too.
     *
     * @return a sentence; empty when nothing holds it back
     */
    Optional<String> heldBack(CrisisCase crisisCase) {
        return freezes.holder(crisisCase)
                .map(holder -> "held: %s froze everything else of %s; it goes out when the freeze is lifted."
                        .formatted(holder, crisisCase.brand()));
    }

    /** When what is held back now is looked at again. */
    static Instant lookAgain(Instant now) {
        return now.plus(HELD_FOR);
    }

    /**
     * Why this text is never to go out any more, because time went over it: something newer is there, or its approval no
     * longer counts. Nobody has to do anything about it.
     *
     * @return a sentence; empty when it is not overtaken
     */
    Optional<String> overtaken(CrisisCase crisisCase, StatementVersion version) {
        try {
            requireNotVoided(version);
            requireUpToDate(crisisCase, version);
            requireNotStopped(version);
            return Optional.empty();
        } catch (Refusal overtaken) {
            return Optional.of(overtaken.getMessage());
        }
    }

    /** Whether a later version of the same text is approved. */
    boolean isSuperseded(StatementVersion version) {
        return statements
                .latestApprovedOf(version.statementId())
                .filter(latest -> latest.number() > version.number())
                .isPresent();
    }

    /**
     * For the one who is about to send.
     *
     * @param versions all of the text, oldest first
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
            throw Refusal.conflict(version.named() + " is not the text that was queued.");
        }
        versions.stream()
                .filter(other -> other.number() > version.number() && other.isApproved())
                .findFirst()
                .ifPresent(newer -> {
                    throw Refusal.conflict("%s was approved meanwhile; version %d is out of date."
                            .formatted(newer.named(), version.number()));
                });
    }

    private static void requireOpenCase(CrisisCase crisisCase) {
        if (!crisisCase.isOpen()) {
            throw Refusal.conflict(
                    "The case %s is closed; nothing is published for it.".formatted(crisisCase.reference()));
        }
    }

    private static void requireApproval(StatementVersion version) {
        Agreement agreement = version.agreement();
        if (!agreement.isReached()) {
            throw Refusal.conflict(version.named() + " is not approved." + waitsFor(agreement));
        }
        requireNotVoided(version);
        Set<String> people = new HashSet<>();
        for (Vote vote : agreement.counting()) {
            requireValid(version, vote);
            if (!people.add(vote.votedBy())) {
                throw Refusal.conflict("%s counts twice for %s, and four eyes are two people."
                        .formatted(vote.votedBy(), version.named()));
            }
        }
    }

    private static String waitsFor(Agreement agreement) {
        if (agreement.against().isPresent() || agreement.votes().isEmpty()) {
            return "";
        }
        return " It waits for %s.".formatted(Seat.described(agreement.openSeats()));
    }

    private static void requireValid(StatementVersion version, Vote vote) {
        if (!vote.sha256().equals(version.seal())) {
            throw Refusal.conflict(version.named() + " is not the text that was approved.");
        }
        if (version.authors().contains(vote.votedBy())) {
            throw Refusal.conflict(
                    "%s was approved by %s, who wrote in it.".formatted(version.named(), vote.votedBy()));
        }
        if (vote.alone() && !Severity.S1.name().equals(vote.severity())) {
            throw Refusal.conflict("%s was approved by %s alone, which counts in a case of severity S1 only."
                    .formatted(version.named(), vote.votedBy()));
        }
    }

    private static void requireNotVoided(StatementVersion version) {
        if (version.voided() != null) {
            throw Refusal.conflict(
                    "The approval no longer counts (%s): %s".formatted(version.named(), version.voided()));
        }
    }

    private void requireNotStopped(StatementVersion version) {
        publications.stopped(version.id()).ifPresent(reason -> {
            throw Refusal.conflict("%s goes out no further: %s".formatted(version.named(), reason));
        });
    }

    private void requireCoolDownOver(CrisisCase crisisCase) {
        Instant end = crisisCase.coolDownEndsAt();
        if (end == null) {
            throw Refusal.conflict("The cool-down of %s is not decided yet.".formatted(crisisCase.reference()));
        }
        if (clock.instant().isBefore(end)) {
            throw Refusal.conflict("The cool-down of %s is not over before %s.".formatted(crisisCase.reference(), end));
        }
    }

    private void requireApologiesLeft(CrisisCase crisisCase, StatementVersion version) {
        if (version.text().apology()
                && publications.apologiesBeside(
                                        crisisCase.reference().toString(),
                                        version.original() == null ? version.id() : version.original())
                                + replies.publicApologies(crisisCase.reference())
                        >= Statements.MAXIMUM_APOLOGIES) {
            throw Refusal.conflict(
                    "%s has apologised twice in public; a further statement gives facts and measures, no apology."
                            .formatted(crisisCase.reference()));
        }
    }

    private void requireUpToDate(CrisisCase crisisCase, StatementVersion version) {
        switch (version.kind()) {
            case STATEMENT -> {}
            case HOLDING -> requireNothingNewer(crisisCase, version);
            case TRANSLATION -> requireSameOriginal(version);
        }
    }

    private void requireNothingNewer(CrisisCase crisisCase, StatementVersion version) {
        String reference = crisisCase.reference().toString();
        if (publications.isStatementQueued(reference)) {
            throw Refusal.conflict("The statement of %s goes out already; a holding statement would be older than it."
                    .formatted(reference));
        }
        statements.allVersionsOf(reference).stream()
                .dropWhile(other -> !other.statementId().equals(version.statementId()))
                .filter(other -> !other.statementId().equals(version.statementId()))
                .filter(other -> other.kind() == StatementKind.HOLDING && other.isApproved())
                .findFirst()
                .ifPresent(newer -> {
                    throw Refusal.conflict(
                            "The next word was approved meanwhile; this holding statement is out of date.");
                });
    }

    /** An edit of the original outdates its translations. */
    private void requireSameOriginal(StatementVersion version) {
        StatementVersion original = statements
                .find(version.statementId())
                .flatMap(translation -> statements.latestApprovedOf(translation.translationOf()))
                .orElseThrow(
                        () -> Refusal.conflict("The statement that this text translates is not approved any more."));
        if (!original.id().equals(version.original())) {
            throw Refusal.conflict(
                    "%s is approved now; the translation into %s is of an earlier one and is out of date."
                            .formatted(original.named(), version.text().language()));
        }
    }
}
