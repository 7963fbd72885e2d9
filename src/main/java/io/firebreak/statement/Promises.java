package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What holding statements promise: the moment at which the next word comes, and whether it came. */
@Service
public class Promises {

    private final StatementStore store;
    private final VersionStore versions;
    private final Ledger ledger;
    private final Clock clock;

    Promises(StatementStore store, VersionStore versions, Ledger ledger, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The moment that a holding statement promises; empty as long as no version of it is approved. */
    @Transactional(readOnly = true)
    public Optional<Instant> promisedBy(UUID statementId) {
        return versions.versionsOf(statementId).stream()
                .filter(version -> version.isApproved() && version.holding() != null)
                .reduce((earlier, later) -> later)
                .map(version -> version.holding().nextWordAt());
    }

    /** Whether the next word that a holding statement promises was given, in time or late. */
    @Transactional(readOnly = true)
    public boolean isGiven(UUID statementId) {
        return store.find(statementId)
                .map(statement -> statement.wordKeptAt() != null)
                .orElse(false);
    }

    /**
     * A text goes out: it is the word that earlier holding statements of the case promised. Done again, it changes
     * nothing.
     *
     * @param statementId of the text that goes out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(UUID statementId) {
        Statement given = store.find(statementId).orElseThrow();
        List<Statement> owed = store.of(given.caseReference()).stream()
                .filter(statement -> statement.kind() == StatementKind.HOLDING && statement.wordKeptAt() == null)
                .filter(statement -> given.kind() == StatementKind.STATEMENT || statement.position() < given.position())
                .filter(statement -> !statement.id().equals(given.id()))
                .toList();
        for (Statement holding : given.kind() == StatementKind.TRANSLATION ? List.<Statement>of() : owed) {
            promisedBy(holding.id()).ifPresent(promised -> give(holding, promised, given));
        }
    }

    private void give(Statement holding, Instant promised, Statement given) {
        Instant now = clock.instant();
        store.keepWord(holding.id(), now);
        if (!now.isAfter(promised)) {
            ledger.record(act(
                    holding,
                    "promise.kept",
                    "The next word was promised for %s: %s goes out in time.".formatted(promised, given.called())));
        } else if (holding.wordMissedAt() == null) {
            missed(holding, promised);
        }
    }

    /**
     * The promise that waits to be kept.
     *
     * @param statementId the holding statement that makes it
     * @param dueAt the moment that it promises
     */
    public record Owed(UUID statementId, Instant dueAt) {}

    /** What the case promised last and has not kept; empty when it owes no word. */
    @Transactional(readOnly = true)
    public Optional<Owed> owed(String caseReference) {
        return store.of(caseReference).stream()
                .filter(statement -> statement.kind() == StatementKind.HOLDING && statement.wordKeptAt() == null)
                .flatMap(statement -> promisedBy(statement.id()).map(dueAt -> new Owed(statement.id(), dueAt)).stream())
                .reduce((earlier, later) -> later);
    }

    /**
     * The moment passed that was promised, or at which the first holding statement was due, and nothing was said.
     *
     * @param dueAt that moment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void miss(String caseReference, Instant dueAt) {
        Optional<Owed> owed = owed(caseReference);
        if (owed.isEmpty()) {
            ledger.record(new Act(
                    caseReference,
                    Actor.FIREBREAK.id(),
                    "promise.missed",
                    "The holding statement was due at %s and is late.".formatted(dueAt)));
            return;
        }
        Statement holding = store.lock(owed.get().statementId()).orElseThrow();
        if (holding.wordMissedAt() == null) {
            missed(holding, dueAt);
        }
    }

    private void missed(Statement holding, Instant promised) {
        store.missWord(holding.id(), clock.instant());
        ledger.record(act(
                holding,
                "promise.missed",
                "The next word was promised for %s, and nothing was said by then.".formatted(promised)));
    }

    private static Act act(Statement holding, String type, String sentence) {
        return new Act(holding.caseReference(), Actor.FIREBREAK.id(), type, sentence)
                .with("statement", holding.id().toString());
    }
}
