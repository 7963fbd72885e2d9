package io.firebreak.review;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The measures that reviews agreed on, until each is carried out; the case itself may long be closed. */
@Service
public class CaseMeasures {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final TextRule NOTE = TextRule.text("note", "What was done", 4_000);
    private static final TextRule REASON = TextRule.text("reason", "The reason for handing it on", 2_000);

    private final LessonStore store;
    private final MeasureRules rules;
    private final Cases cases;
    private final Ledger ledger;
    private final Clock clock;

    CaseMeasures(LessonStore store, MeasureRules rules, Cases cases, Ledger ledger, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All that are not carried out yet, in the order of their lessons. */
    @Transactional(readOnly = true)
    public List<Measure> open(CaseReference reference) {
        return store.of(reference).stream()
                .map(Lesson::measure)
                .filter(Objects::nonNull)
                .filter(measure -> !measure.isDone())
                .toList();
    }

    /**
     * @throws Refusal when there is no such measure
     */
    @Transactional(readOnly = true)
    public Measure get(UUID id) {
        return store.measure(id).orElseThrow(() -> Refusal.notFound("There is no such measure."));
    }

    /** The end of its last day, by the house's clock. */
    public Instant dueAt(Measure measure) {
        return measure.dueOn().atTime(LAST_MINUTE).atZone(rules.zone()).toInstant();
    }

    /**
     * It is carried out.
     *
     * @param note what was done
     * @throws Refusal when the note is missing, or when it is done already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(UUID id, String note, Actor actor) {
        Measure measure = locked(id);
        String words = NOTE.require(note);
        store.addStep(id, "DONE", measure.owner(), measure.dueOn(), words, actor.id(), clock.instant());
        ledger.record(act(measure, actor, "measure.done", "%s carried out: %s".formatted(actor.id(), measure.title()))
                .because(words));
    }

    /**
     * Somebody else does it, or it is done on another day.
     *
     * @param owner blank for the same
     * @param dueOn blank for the same day, which then must not be over
     * @throws Refusal when nothing would change, when the reason is missing, or the owner or the day can't be
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOn(UUID id, String owner, String dueOn, String reason, Actor actor) {
        Measure measure = locked(id);
        Problems problems = new Problems();
        String next = problems.collect(() -> isBlank(owner) ? measure.owner() : rules.owner(owner));
        LocalDate day = problems.collect(
                () -> rules.dueOn(isBlank(dueOn) ? measure.dueOn().toString() : dueOn));
        String because = problems.collect(() -> REASON.require(reason));
        problems.refuseIfAny();
        if (next.equals(measure.owner()) && day.equals(measure.dueOn())) {
            throw Refusal.invalid(
                    MeasureRules.OWNER, "Nothing would change; please choose another owner or another day.");
        }
        store.addStep(id, "HANDED_ON", next, day, because, actor.id(), clock.instant());
        ledger.record(act(
                        measure,
                        actor,
                        "measure.handedOn",
                        "%s hands a measure on: %s does this by %s: %s"
                                .formatted(actor.id(), next, day, measure.title()))
                .because(because)
                .with("owner", next)
                .with("dueOn", day.toString()));
    }

    private Measure locked(UUID id) {
        Measure measure = get(id);
        cases.lock(measure.reference());
        Measure now = get(id);
        if (now.isDone()) {
            throw Refusal.conflict("%s has carried out this measure already.".formatted(now.doneBy()));
        }
        return now;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Act act(Measure measure, Actor actor, String type, String sentence) {
        return new Act(measure.reference().toString(), actor.id(), type, sentence)
                .with("measure", measure.id().toString());
    }
}
