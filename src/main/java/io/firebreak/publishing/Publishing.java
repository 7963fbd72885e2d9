package io.firebreak.publishing;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.newsroom.Newsroom;
import io.firebreak.newsroom.NewsroomAddress;
import io.firebreak.newsroom.NewsroomRelease;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings approved statements to the public, each once. */
@Service
public class Publishing {

    private static final String NEWSROOM = "newsroom";

    private final Cases cases;
    private final Statements statements;
    private final PublicationGate gate;
    private final PublicationStore publications;
    private final Newsroom newsroom;
    private final Ledger ledger;
    private final Clock clock;
    private final MeterRegistry meters;

    Publishing(
            Cases cases,
            Statements statements,
            PublicationGate gate,
            PublicationStore publications,
            Newsroom newsroom,
            Ledger ledger,
            Clock clock,
            MeterRegistry meters) {
        this.cases = cases;
        this.statements = statements;
        this.gate = gate;
        this.publications = publications;
        this.newsroom = newsroom;
        this.ledger = ledger;
        this.clock = clock;
        this.meters = meters;
    }

    /** What went out for the case, oldest first. */
    @Transactional(readOnly = true)
    public List<Publication> of(String caseReference) {
        return publications.of(caseReference);
    }

    /**
     * Publishes the latest version of the case's statement in the newsroom. Done again, it changes nothing.
     *
     * @throws Refusal when the gate does not let it pass; the attempt is in the ledger
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishLatest(CaseReference reference) {
        CrisisCase crisisCase = cases.lock(reference);
        StatementVersion version = statements
                .latestOf(reference.toString())
                .orElseThrow(() -> Refusal.conflict("There is no statement of " + reference + " to publish."));
        if (publications.find(version.id(), NEWSROOM).isPresent()) {
            return;
        }
        passGate(crisisCase, version);
        publish(reference, version);
    }

    /** What was approved but never became public needs no correction in public. */
    private String correctionNote(StatementVersion version) {
        return newsroom.addressOf(version.statementId()).isPresent()
                ? version.text().correctionNote()
                : null;
    }

    private void passGate(CrisisCase crisisCase, StatementVersion version) {
        try {
            gate.pass(crisisCase, version);
        } catch (Refusal refusal) {
            ledger.recordApart(new Act(
                            crisisCase.reference().toString(),
                            Actor.FIREBREAK.id(),
                            "publication.refused",
                            "Version %d of the statement is not published.".formatted(version.number()))
                    .because(refusal.getMessage())
                    .with("version", version.number()));
            throw refusal;
        }
    }

    private void publish(CaseReference reference, StatementVersion version) {
        StatementText text = version.text();
        NewsroomAddress address = newsroom.publish(new NewsroomRelease(
                version.statementId(),
                version.id(),
                text.language(),
                text.title(),
                text.body(),
                correctionNote(version),
                clock.instant()));
        publications.add(new Publication(
                UUID.randomUUID(),
                version.id(),
                NEWSROOM,
                version.sha256(),
                text.apology(),
                address.url().toString(),
                clock.instant()));
        ledger.record(new Act(
                        reference.toString(),
                        Actor.FIREBREAK.id(),
                        "statement.published",
                        "Version %d of the statement is public: %s".formatted(version.number(), address.url()))
                .with("channel", NEWSROOM)
                .with("version", version.number())
                .with("sha256", version.sha256())
                .with("url", address.url().toString()));
        meters.counter("firebreak.publications", "channel", NEWSROOM).increment();
    }
}
