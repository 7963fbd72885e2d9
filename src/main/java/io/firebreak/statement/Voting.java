package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What all votes have in common: for which text they are, who may not cast them, and what follows from them. */
@Component
class Voting {

    /** More changes of facts than these are counted, not told. */
    private static final int TOLD_CHANGES = 10;

    private final StatementStore statements;
    private final VersionStore versions;
    private final ApprovalStore approvals;
    private final KnownFacts facts;
    private final Ledger ledger;
    private final Clock clock;

    Voting(
            StatementStore statements,
            VersionStore versions,
            ApprovalStore approvals,
            KnownFacts facts,
            Ledger ledger,
            Clock clock) {
        this.facts = facts;
        this.statements = statements;
        this.versions = versions;
        this.approvals = approvals;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A text about which people vote, locked until the transaction ends. */
    record Open(Statement statement, StatementVersion version) {}

    /**
     * @param statementId null for the case's own statement
     * @param seenSha256 the fingerprint of the text that the voter has read
     * @throws Refusal when that is not the latest text, or when it is decided already
     */
    Open open(String caseReference, UUID statementId, String seenSha256) {
        Statement statement = locked(caseReference, statementId);
        StatementVersion version = latestOf(statement.id())
                .orElseThrow(() -> Refusal.conflict("There is no statement of %s yet.".formatted(caseReference)));
        if (version.decision() != null) {
            throw Refusal.conflict(decided(version));
        }
        if (!version.sha256().equals(seenSha256)) {
            throw Refusal.conflict(
                    "This is not the text that waits for approval; please open the task again and read it once more.");
        }
        return new Open(statement, version);
    }

    private Statement locked(String caseReference, UUID statementId) {
        if (statementId == null) {
            return statements.statementOf(caseReference, clock.instant());
        }
        return statements
                .lock(statementId)
                .filter(statement -> statement.caseReference().equals(caseReference))
                .orElseThrow(() ->
                        Refusal.conflict("%s has no such text (%s); please ask an administrator to look at the process."
                                .formatted(caseReference, statementId)));
    }

    Statement statement(UUID statementId) {
        return statements.find(statementId).orElseThrow();
    }

    private Optional<StatementVersion> latestOf(UUID statementId) {
        return versions.versionsOf(statementId).stream().reduce((earlier, later) -> later);
    }

    /** Whoever comes second reads who decided what, and when. */
    private static String decided(StatementVersion version) {
        StatementVersion.Decision decision = version.decision();
        return decidedInWords(decision)
                .formatted(
                        decision.decidedBy(),
                        decision.decidedAt().truncatedTo(ChronoUnit.SECONDS),
                        decision.comments());
    }

    private static String decidedInWords(StatementVersion.Decision decision) {
        if (decision.comments() == null) {
            return decision.approved()
                    ? "%s approved this text at %s already; please open the task again."
                    : "%s sent this text back at %s already; please open the task again.";
        }
        return decision.approved()
                ? "%s approved this text at %s already (\"%s\"); please open the task again."
                : "%s sent this text back at %s already (\"%s\"); please open the task again.";
    }

    /**
     * @param seen what the person has read
     * @throws Refusal when the person wrote in the text, when time went over it, or when other facts are known by now than
     *     those that it was read against
     */
    void requireAgreeable(Open open, Seen seen, Actor actor) {
        StatementVersion version = open.version();
        if (version.authors().contains(actor.id())) {
            throw Refusal.notAllowed("You wrote in this statement; somebody who wrote none of it has to approve it.");
        }
        if (version.holding() != null && !version.holding().nextWordAt().isAfter(clock.instant())) {
            throw Refusal.conflict("The moment that this text promises has passed; please send it back.");
        }
        if (version.original() != null && !isStillTheOriginal(open.statement(), version)) {
            throw Refusal.conflict(
                    "The statement that this text translates was changed; please send it back to be translated anew.");
        }
        requireSameFacts(open.statement().caseReference(), seen.factSheet());
    }

    private void requireSameFacts(String caseReference, int seen) {
        List<String> changes = facts.changesSince(caseReference, seen);
        if (!changes.isEmpty()) {
            throw Refusal.conflict(
                    "The facts have changed since you opened this: %s. Please open the task again, and read the text against them."
                            .formatted(told(changes)));
        }
    }

    private static String told(List<String> changes) {
        String first = changes.stream().limit(TOLD_CHANGES).collect(Collectors.joining("; "));
        int more = changes.size() - TOLD_CHANGES;
        return more > 0 ? "%s; and %d more".formatted(first, more) : first;
    }

    private boolean isStillTheOriginal(Statement translation, StatementVersion version) {
        return versions.versionsOf(translation.translationOf()).stream()
                .filter(StatementVersion::isApproved)
                .reduce((earlier, later) -> later)
                .map(StatementVersion::id)
                .equals(Optional.of(version.original()));
    }

    /** Keeps a vote, and says so when it is the one that was missing. */
    void cast(Open open, Vote vote) {
        approvals.add(open.version().id(), vote);
        StatementVersion voted = latestOf(open.statement().id()).orElseThrow();
        if (voted.isApproved()) {
            Actor last = new Actor(vote.votedBy());
            ledger.record(VersionAct.of(open.statement(), voted, last, "approved", "%s approved %s.")
                    .because(vote.comments()));
            recordPromise(open, last);
        }
    }

    private void recordPromise(Open open, Actor last) {
        HoldingWords holding = open.version().holding();
        if (holding != null) {
            ledger.record(new Act(
                            open.statement().caseReference(),
                            last.id(),
                            StatementKind.HOLDING.act("promised"),
                            "The next word is promised for %s.".formatted(holding.nextWordAt()))
                    .with("statement", open.statement().id().toString())
                    .with("nextWordAt", holding.nextWordAt().toString()));
        }
    }

    /** An attempt at an approval that does not count is worth knowing, even if nothing came of it. */
    void recordRefused(String caseReference, Refusal refusal, Actor actor) {
        ledger.recordApart(new Act(
                        caseReference,
                        actor.id(),
                        "approval.refused",
                        "%s tried to approve the statement.".formatted(actor.id()))
                .because(refusal.getMessage()));
    }
}
