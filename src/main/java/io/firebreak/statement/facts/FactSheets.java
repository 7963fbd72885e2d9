package io.firebreak.statement.facts;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseMerged;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.facts.FactRules.Row;
import io.firebreak.wording.comparison.Fact;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The fact sheets of cases. A change is a new version of the whole sheet, in the ledger; none is lost, also when two
 * people change a sheet at once.
 */
@Service
public class FactSheets {

    private final FactSheetStore store;
    private final Cases cases;
    private final ApprovedTexts approvedTexts;
    private final Ledger ledger;
    private final Clock clock;
    private final FactRules rules;

    FactSheets(
            FactSheetStore store,
            Cases cases,
            ApprovedTexts approvedTexts,
            Ledger ledger,
            Clock clock,
            @Value("${firebreak.time-zone}") ZoneId zone) {
        this.store = store;
        this.cases = cases;
        this.approvedTexts = approvedTexts;
        this.ledger = ledger;
        this.clock = clock;
        this.rules = new FactRules(zone);
    }

    /** The newest version; an empty one before anybody entered anything. */
    @Transactional(readOnly = true)
    public FactSheet of(CaseReference reference) {
        return store.latestOf(reference).orElse(FactSheet.EMPTY);
    }

    /**
     * Puts a whole sheet in the place of the one that was seen. The same sheet again changes nothing.
     *
     * @param seen the version from which the new one was made
     * @throws Refusal when somebody changed the sheet since, or something in it is not acceptable
     */
    @Transactional(propagation = Propagation.MANDATORY)
    FactSheet replace(CaseReference reference, int seen, List<Row> rows, Actor actor) {
        cases.requireOpen(reference);
        FactSheet current = of(reference);
        List<Fact> facts = rules.of(rows, current.facts().size());
        if (facts.equals(current.facts())) {
            return current;
        }
        if (seen != current.version()) {
            throw Refusal.conflict(
                    "The fact sheet has version %d by now, changed by %s; please read it, and send your change of that one."
                            .formatted(current.version(), current.enteredBy()));
        }
        return keep(reference, current, facts, actor);
    }

    /**
     * Takes what a person changed, beside what others changed since they opened their form.
     *
     * @param seen the version that they opened
     * @throws Refusal when another person changed the same fact otherwise, or something is not acceptable
     */
    @Transactional(propagation = Propagation.MANDATORY)
    FactSheet change(CaseReference reference, int seen, List<Row> rows, Actor actor) {
        cases.requireOpen(reference);
        FactSheet current = of(reference);
        List<Fact> facts = rules.of(rows, current.facts().size());
        List<Fact> merged = new SheetMerge(factsIn(reference, seen), current.facts(), facts).facts();
        return merged.equals(current.facts()) ? current : keep(reference, current, merged, actor);
    }

    /** Which version of the sheet was the newest at a moment; 0 before there was any. */
    @Transactional(readOnly = true)
    public int versionAt(CaseReference reference, Instant moment) {
        return store.versionAt(reference, moment);
    }

    /**
     * What stood in a version of the sheet.
     *
     * @param seen 0 for before anybody entered anything
     * @throws Refusal when there never was such a version
     */
    @Transactional(readOnly = true)
    public List<Fact> factsIn(CaseReference reference, int seen) {
        return seen == 0
                ? List.of()
                : store.find(reference, seen)
                        .orElseThrow(() -> FactRules.refused(
                                "The fact sheet never had a version %d; please open the task again.".formatted(seen)))
                        .facts();
    }

    private FactSheet keep(CaseReference reference, FactSheet current, List<Fact> facts, Actor actor) {
        FactSheet next = new FactSheet(
                current.version() + 1, facts, actor.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.add(reference, next);
        SheetChanges changes = new SheetChanges(current.facts(), facts);
        ledger.record(new Act(
                        reference.toString(),
                        actor.id(),
                        "factSheet.changed",
                        "Version %d of the fact sheet. %s."
                                .formatted(
                                        next.version(),
                                        changes.all().isEmpty()
                                                ? "The facts stand in another order"
                                                : String.join("; ", changes.all())))
                .with("version", next.version()));
        approvedTexts.compare(reference, current, next, changes, actor);
        return next;
    }

    /** What is known of one case is known of the one that goes on in its place. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void onMerged(CaseMerged merged) {
        List<Fact> coming = of(merged.from()).facts();
        FactSheet current = of(merged.into());
        List<Fact> both = new MergedSheet(current.facts(), merged.from().toString()).with(coming);
        if (!both.equals(current.facts())) {
            keep(merged.into(), current, both, merged.actor());
        }
    }
}
