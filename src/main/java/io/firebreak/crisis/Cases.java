package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases and what happens to them. Each act is in the ledger, in the transaction in which it is done. */
@Service
public class Cases {

    private final CaseStore store;
    private final Ledger ledger;
    private final Clock clock;
    private final Freezes freezes;
    private final ZoneId zone;
    private final String brand;
    private final MeterRegistry meters;

    Cases(
            CaseStore store,
            Ledger ledger,
            Clock clock,
            Freezes freezes,
            @Value("${firebreak.time-zone}") ZoneId zone,
            @Value("${firebreak.brand}") String brand,
            MeterRegistry meters) {
        this.freezes = freezes;
        this.brand = brand;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
        this.zone = zone;
        this.meters = meters;
    }

    /** Opens a case for a report and gives it the next reference of the year. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CrisisCase open(IncidentReport report, Actor reporter) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CaseReference reference =
                store.nextReference(Year.from(now.atZone(zone)).getValue());
        CrisisCase opened = new CrisisCase(
                reference,
                report.brand() == null ? report.about(brand) : report,
                reporter.id(),
                now,
                Phase.ASSESS,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        store.add(opened);
        ledger.record(act(
                        reference,
                        reporter,
                        "incident.reported",
                        (report.drill() ? "Drill: %s" : "Reported: %s").formatted(report.title()))
                .with("language", report.language())
                .with("drill", report.drill())
                .with("brand", opened.brand()));
        meters.counter("firebreak.cases.opened").increment();
        return opened;
    }

    /**
     * @throws Refusal when there is no such case
     */
    @Transactional(readOnly = true)
    public CrisisCase get(CaseReference reference) {
        return store.find(reference).orElseThrow(() -> missing(reference));
    }

    /** The case, which nobody else can change until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CrisisCase lock(CaseReference reference) {
        return store.findForUpdate(reference).orElseThrow(() -> missing(reference));
    }

    /**
     * The case, which nobody else can change until this transaction ends.
     *
     * @throws Refusal when it is closed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CrisisCase requireOpen(CaseReference reference) {
        CrisisCase found = lock(reference);
        if (!found.isOpen()) {
            throw Refusal.conflict("The case " + reference + " is closed; report a new incident instead.");
        }
        return found;
    }

    @Transactional(readOnly = true)
    public CasePage list(CaseSearch search) {
        return store.page(search);
    }

    /** The case itself and every case that goes on in it. */
    @Transactional(readOnly = true)
    public List<CaseReference> withMerged(CaseReference reference) {
        return store.withMerged(reference);
    }

    /** The case goes into a phase. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(CaseReference reference, Phase phase) {
        CrisisCase open = requireOpen(reference);
        if (open.phase() == phase) {
            return;
        }
        store.savePhase(reference, phase);
        ledger.record(act(reference, Actor.FIREBREAK, "phase.entered", "The case goes on to: " + Words.of(phase) + ".")
                .with("phase", phase.name()));
    }

    /** The review found that the published statement needs a correction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void respondAgain(CaseReference reference, String reason, Actor actor) {
        requireOpen(reference);
        String because = TextRule.text("correctionReason", "What has to be corrected", 2_000)
                .require(reason);
        ledger.record(act(reference, actor, "correction.asked", "The published statement needs a correction.")
                .because(because));
    }

    /** The end of the case's way. Its freeze ends with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(CaseReference reference, CaseOutcome outcome) {
        requireOpen(reference);
        close(reference, outcome, null);
        ledger.record(act(reference, Actor.FIREBREAK, "case.closed", "The case is closed.")
                .with("outcome", outcome.name()));
    }

    /** Closes the case without a line in the ledger: the act that ends it writes its own. */
    void close(CaseReference reference, CaseOutcome outcome, CaseReference mergedInto) {
        freezes.end(reference, "The case is closed.");
        store.saveClosed(reference, outcome, mergedInto, clock.instant());
        meters.counter("firebreak.cases.closed").increment();
    }

    private static Refusal missing(CaseReference reference) {
        return Refusal.notFound("There is no case " + reference + ".");
    }

    private static Act act(CaseReference reference, Actor actor, String type, String sentence) {
        return new Act(reference.toString(), actor.id(), type, sentence);
    }
}
