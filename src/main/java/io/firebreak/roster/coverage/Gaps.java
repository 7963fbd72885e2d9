package io.firebreak.roster.coverage;

import io.firebreak.access.Actor;
import io.firebreak.engine.NodeLock;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.roster.coverage.GapStore.Open;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What looks ahead find wrong, from the first that finds it to the first that does not. One gap has one task, however many
 * looks find it, and gaps that are found together and have the same cause share theirs (see {@link GapCauses}). Who says that it is repaired is asked again where the next look still finds it; who leaves it as it is,
 * after two weeks.
 */
@Service
public class Gaps {

    private static final TextRule NOTE = TextRule.text("note", "What was done", 2_000);

    /** What somebody says about a gap. */
    public enum Answer {
        REPAIRED,
        /** It is left as it is. */
        ACCEPTED
    }

    private final GapStore store;
    private final Coverages coverages;
    private final GapTasks tasks;
    private final Ledger ledger;
    private final NodeLock nodeLock;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CoverageWords words = new CoverageWords();

    Gaps(
            GapStore store,
            Coverages coverages,
            GapTasks tasks,
            Ledger ledger,
            NodeLock nodeLock,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.coverages = coverages;
        this.tasks = tasks;
        this.ledger = ledger;
        this.nodeLock = nodeLock;
        this.events = events;
        this.clock = clock;
    }

    /** Looks two weeks ahead. What is found for the first time is asked for by the process; what is gone, by nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void look(String processInstanceId) {
        nodeLock.take(NodeLock.Work.LOOK_AHEAD);
        Instant now = clock.instant();
        Coverage coverage = coverages.now();
        List<Gap> found = FoundGaps.in(coverage);
        List<Open> known = store.open();
        store.addLook(coverage, count(found, Verdict.THIN), count(found, Verdict.RED), now);
        known.stream()
                .filter(open -> found.stream().noneMatch(open.gap()::isSameAs))
                .forEach(open -> close(open, now));
        GapCauses causes = new GapCauses(coverage);
        for (Gap gap : found) {
            UUID askedAs = causes.of(gap);
            known.stream()
                    .filter(open -> open.gap().isSameAs(gap))
                    .findFirst()
                    .ifPresentOrElse(
                            open -> goesOn(open, gap, askedAs, processInstanceId, now),
                            () -> add(gap, askedAs, processInstanceId, now));
        }
    }

    /** What the process asks for, by the ids under which gaps with the same cause are gathered. */
    @Transactional(readOnly = true)
    public List<String> askedBy(String processInstanceId) {
        return store.open().stream()
                .filter(open -> open.processInstanceId().equals(processInstanceId) && open.answeredAt() == null)
                .map(open -> open.askedAs().toString())
                .distinct()
                .toList();
    }

    /** What one task asks for, in one sentence; empty text where all of it is closed. */
    @Transactional(readOnly = true)
    public String sentence(UUID askedAs) {
        List<Gap> gaps = askedAs(askedAs).toList();
        return gaps.isEmpty() ? "" : words.sentence(gaps);
    }

    /** Each gap for which one task asks, in a sentence; empty where all of them are closed. */
    @Transactional(readOnly = true)
    public List<String> sentences(UUID askedAs) {
        return askedAs(askedAs).map(words::sentence).toList();
    }

    private Stream<Gap> askedAs(UUID askedAs) {
        return store.open().stream().filter(open -> open.isAskedFor(askedAs)).map(Open::gap);
    }

    /**
     * Keeps what was done about all gaps for which one task asks.
     *
     * @throws Refusal when they are closed, or the note is missing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answer(UUID askedAs, Answer answer, String note, Actor by) {
        String done = NOTE.require(note);
        List<Open> asked = store.lockAskedAs(askedAs);
        if (asked.isEmpty()) {
            throw Refusal.conflict("This gap is closed already; nothing is left to repair.");
        }
        asked.forEach(open -> answer(open.gap(), answer, done, by));
        events.publishEvent(new GapAnswered(askedAs));
    }

    private void answer(Gap gap, Answer answer, String done, Actor by) {
        store.answer(gap.id(), answer, done, by, clock.instant());
        ledger.record(new Act(
                        null,
                        by.id(),
                        answer == Answer.REPAIRED ? "gap.repaired" : "gap.accepted",
                        (answer == Answer.REPAIRED
                                        ? "%s says that this is repaired: %s"
                                        : "%s leaves this as it is: %s")
                                .formatted(by.id(), words.sentence(gap)))
                .because(done)
                .with("gap", gap.id()));
    }

    private void add(Gap gap, UUID askedAs, String processInstanceId, Instant now) {
        store.add(gap, askedAs, processInstanceId, now);
        ledger.record(new Act(null, Actor.FIREBREAK.id(), "gap.found", words.sentence(gap)).with("gap", gap.id()));
    }

    private void goesOn(Open open, Gap now, UUID askedAs, String processInstanceId, Instant at) {
        store.seen(open.gap().id(), now, at);
        boolean quiet = open.answeredAt() == null
                || open.accepted() && open.answeredAt().plus(LookAhead.AHEAD).isAfter(at);
        if (!quiet) {
            store.askAgain(open.gap().id(), askedAs, processInstanceId);
            ledger.record(new Act(null, Actor.FIREBREAK.id(), "gap.found-again", "Still there: " + words.sentence(now))
                    .with("gap", open.gap().id()));
        }
    }

    /** The task goes with the last of its gaps. */
    private void close(Open open, Instant now) {
        store.close(open.gap().id(), now);
        ledger.record(
                new Act(null, Actor.FIREBREAK.id(), "gap.closed", "No longer there: " + words.sentence(open.gap()))
                        .with("gap", open.gap().id()));
        if (open.answeredAt() == null && askedAs(open.askedAs()).findAny().isEmpty()) {
            tasks.takeAway(open.askedAs(), open.processInstanceId());
        }
    }

    private static int count(List<Gap> found, Verdict verdict) {
        return (int) found.stream().filter(gap -> gap.verdict() == verdict).count();
    }
}
