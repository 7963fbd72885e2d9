package io.firebreak.crisis;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases and what happens to them. Each act is in the ledger, in the transaction in which it is done. */
@Service
public class Cases {

    private static final TextRule LESSONS = TextRule.text("lessons", "What was learnt", 10_000);

    private final CaseStore store;
    private final Ledger ledger;
    private final Clock clock;
    private final ZoneId zone;
    private final MeterRegistry meters;

    Cases(
            CaseStore store,
            Ledger ledger,
            Clock clock,
            @Value("${firebreak.time-zone}") ZoneId zone,
            MeterRegistry meters) {
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
        CrisisCase opened =
                new CrisisCase(reference, report, reporter.id(), now, Phase.ASSESS, null, null, null, null, null, null);
        store.add(opened);
        ledger.record(act(
                        reference,
                        reporter,
                        "incident.reported",
                        (report.drill() ? "Drill: " : "Reported: ") + report.title())
                .with("language", report.language())
                .with("drill", report.drill()));
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

    @Transactional(readOnly = true)
    public CasePage list(CaseSearch search) {
        return store.page(search);
    }

    /** Keeps what was found out about the incident. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assess(CaseReference reference, IncidentFacts facts, Actor actor) {
        openCase(reference);
        store.saveFacts(reference, facts);
        ledger.record(act(reference, actor, "incident.assessed", "Assessed as " + describe(facts) + ".")
                .with("facts", facts));
    }

    /** Keeps the severity that the decision table gave. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decideSeverity(CaseReference reference, Severity severity) {
        openCase(reference);
        store.saveSeverity(reference, severity);
        ledger.record(act(reference, Actor.FIREBREAK, "severity.decided", "The severity is " + severity + "."));
    }

    /**
     * Keeps the times that the decision table gave; both count from the arrival of the report. From here on the case
     * is in the phase Respond.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decideTiming(CaseReference reference, Duration coolDown, Duration statementDue) {
        CrisisCase open = openCase(reference);
        Instant coolDownEndsAt = open.receivedAt().plus(coolDown);
        Instant statementDueAt = open.receivedAt().plus(statementDue);
        store.saveTiming(reference, coolDownEndsAt, statementDueAt);
        store.savePhase(reference, Phase.RESPOND);
        ledger.record(act(
                        reference,
                        Actor.FIREBREAK,
                        "timing.decided",
                        "Nothing is published before %s; the statement is due by %s."
                                .formatted(coolDownEndsAt, statementDueAt))
                .with("coolDownEndsAt", coolDownEndsAt.toString())
                .with("statementDueAt", statementDueAt.toString()));
    }

    /** The statement is out: what remains is to learn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginReview(CaseReference reference) {
        openCase(reference);
        store.savePhase(reference, Phase.LEARN);
    }

    /** The review found that the published statement needs a correction: back to responding. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void respondAgain(CaseReference reference, String reason, Actor actor) {
        openCase(reference);
        String because = TextRule.text("correctionReason", "What has to be corrected", 2_000)
                .require(reason);
        store.savePhase(reference, Phase.RESPOND);
        ledger.record(act(reference, actor, "correction.asked", "The published statement needs a correction.")
                .because(because));
    }

    /** Keeps what the review found. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void review(CaseReference reference, String lessons, Actor actor) {
        openCase(reference);
        String learnt = LESSONS.require(lessons);
        store.saveLessons(reference, learnt);
        ledger.record(act(reference, actor, "crisis.reviewed", "The crisis is reviewed.")
                .because(learnt));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void close(CaseReference reference) {
        openCase(reference);
        store.saveClosed(reference, clock.instant());
        ledger.record(act(reference, Actor.FIREBREAK, "case.closed", "The case is closed."));
        meters.counter("firebreak.cases.closed").increment();
    }

    private CrisisCase openCase(CaseReference reference) {
        CrisisCase found = lock(reference);
        if (!found.isOpen()) {
            throw Refusal.conflict("The case " + reference + " is closed; report a new incident instead.");
        }
        return found;
    }

    private static Refusal missing(CaseReference reference) {
        return Refusal.notFound("There is no case " + reference + ".");
    }

    private static Act act(CaseReference reference, Actor actor, String type, String sentence) {
        return new Act(reference.toString(), actor.id(), type, sentence);
    }

    private static String describe(IncidentFacts facts) {
        return "%s, spread %s, %d %% of mentions negative%s%s%s%s"
                .formatted(
                        readable(facts.category()),
                        readable(facts.spread()),
                        facts.negativeSharePercent(),
                        facts.safetyRisk() ? ", people or data in danger" : "",
                        facts.vividTrigger() ? ", driven by a photo or video" : "",
                        facts.influentialAuthor() ? ", an influential author" : "",
                        facts.crisisHistory() ? ", not the first time" : "");
    }

    private static String readable(Enum<?> value) {
        return value.name().toLowerCase().replace('_', ' ');
    }
}
