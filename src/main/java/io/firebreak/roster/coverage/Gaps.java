package io.firebreak.roster.coverage;

import io.firebreak.access.Actor;
import io.firebreak.access.Role;
import io.firebreak.engine.NodeLock;
import io.firebreak.engine.Staff;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.notification.Notice;
import io.firebreak.notification.Notices;
import io.firebreak.roster.coverage.GapStore.Open;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What looks ahead find wrong, from the first that finds it to the first that does not. One gap has one task, however many
 * looks find it. Who says that it is repaired is asked again where the next look still finds it; who leaves it as it is,
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
    private final Notices notices;
    private final Staff staff;
    private final Ledger ledger;
    private final NodeLock nodeLock;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CoverageWords words = new CoverageWords();

    Gaps(
            GapStore store,
            Coverages coverages,
            GapTasks tasks,
            Notices notices,
            Staff staff,
            Ledger ledger,
            NodeLock nodeLock,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.coverages = coverages;
        this.tasks = tasks;
        this.notices = notices;
        this.staff = staff;
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
        found.forEach(gap -> known.stream()
                .filter(open -> open.gap().isSameAs(gap))
                .findFirst()
                .ifPresentOrElse(
                        open -> goesOn(open, gap, processInstanceId, now), () -> add(gap, processInstanceId, now)));
    }

    /** The gaps for which the process asks, by their ids. */
    @Transactional(readOnly = true)
    public List<String> askedBy(String processInstanceId) {
        return store.open().stream()
                .filter(open -> open.processInstanceId().equals(processInstanceId) && open.answeredAt() == null)
                .map(open -> open.gap().id().toString())
                .toList();
    }

    /** The gap in one sentence; empty text where it is closed. */
    @Transactional(readOnly = true)
    public String sentence(UUID id) {
        return store.open().stream()
                .filter(open -> open.gap().id().equals(id))
                .map(open -> sentence(open.gap()))
                .findFirst()
                .orElse("");
    }

    /**
     * Keeps what was done about a gap.
     *
     * @throws Refusal when it is closed, or the note is missing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answer(UUID id, Answer answer, String note, Actor by) {
        String done = NOTE.require(note);
        Open open = store.lockOpen(id)
                .orElseThrow(() -> Refusal.conflict("This gap is closed already; nothing is left to repair."));
        store.answer(id, answer, done, by, clock.instant());
        ledger.record(new Act(
                        null,
                        by.id(),
                        answer == Answer.REPAIRED ? "gap.repaired" : "gap.accepted",
                        (answer == Answer.REPAIRED
                                        ? "%s says that this is repaired: %s"
                                        : "%s leaves this as it is: %s")
                                .formatted(by.id(), sentence(open.gap())))
                .because(done)
                .with("gap", id));
        events.publishEvent(new GapAnswered(id));
    }

    private void add(Gap gap, String processInstanceId, Instant now) {
        store.add(gap, processInstanceId, now);
        ledger.record(new Act(null, Actor.FIREBREAK.id(), "gap.found", sentence(gap)).with("gap", gap.id()));
        Set<String> people = new LinkedHashSet<>(staff.membersOf(Role.CRISIS_LEAD.groupId()));
        people.addAll(staff.membersOf(Role.MANAGEMENT.groupId()));
        people.forEach(person -> notices.tell(
                new Notice(person, Notice.Kind.GAP_FOUND, null, null, Map.of("because", sentence(gap)), null, null)));
    }

    private void goesOn(Open open, Gap now, String processInstanceId, Instant at) {
        store.seen(open.gap().id(), now, at);
        boolean quiet = open.answeredAt() == null
                || open.accepted() && open.answeredAt().plus(LookAhead.AHEAD).isAfter(at);
        if (!quiet) {
            store.askAgain(open.gap().id(), processInstanceId);
            ledger.record(new Act(null, Actor.FIREBREAK.id(), "gap.found-again", "Still there: " + sentence(now))
                    .with("gap", open.gap().id()));
        }
    }

    private void close(Open open, Instant now) {
        store.close(open.gap().id(), now);
        ledger.record(new Act(null, Actor.FIREBREAK.id(), "gap.closed", "No longer there: " + sentence(open.gap()))
                .with("gap", open.gap().id()));
        if (open.answeredAt() == null) {
            tasks.takeAway(open.gap().id(), open.processInstanceId());
        }
    }

    private static int count(List<Gap> found, Verdict verdict) {
        return (int) found.stream().filter(gap -> gap.verdict() == verdict).count();
    }

    private String sentence(Gap gap) {
        return words.sentence(gap);
    }
}
