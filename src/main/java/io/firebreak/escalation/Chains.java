package io.firebreak.escalation;

import io.firebreak.roster.ChainWalk;
import io.firebreak.roster.ChainWalk.Position;
import io.firebreak.roster.ChainWalk.Step;
import io.firebreak.roster.Resolution;
import io.firebreak.roster.Roster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of running chains of command. Each step asks anew what is in force: the plan, who is there, the severity. A
 * chain moves the same task and never ends it; it ends with the task.
 */
@Service
public class Chains {

    private final ChainStore store;
    private final AskStore asks;
    private final Asking asking;
    private final Resting resting;
    private final ChainBreaks breaks;
    private final ChainRecords records;
    private final Roster roster;
    private final TaskDesk desk;
    private final Clock clock;

    Chains(
            ChainStore store,
            AskStore asks,
            Asking asking,
            Resting resting,
            ChainBreaks breaks,
            ChainRecords records,
            Roster roster,
            TaskDesk desk,
            Clock clock) {
        this.store = store;
        this.asks = asks;
        this.asking = asking;
        this.resting = resting;
        this.breaks = breaks;
        this.records = records;
        this.roster = roster;
        this.desk = desk;
        this.clock = clock;
    }

    /** Whether a chain runs for the task already; one at a time is enough. */
    @Transactional(readOnly = true)
    public boolean isRunning(String taskId) {
        return store.findOfTask(taskId).isPresent();
    }

    /**
     * Takes the next step: asks the next level, or the one who was named, or waits because nobody can be asked. A task
     * that somebody took before it was late is left in peace until it is due.
     *
     * @param role whose part the task becomes, by its group id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void step(EscalatedTask task, String processInstanceId, String role) {
        ChainWalk walk = roster.walk(role, task.severity(), task.matter());
        Optional<ChainRun> running = store.lockOfTask(task.id());
        if (running.isEmpty()) {
            begin(task, processInstanceId, role, walk);
        } else {
            askOn(running.get(), task, role, walk);
        }
    }

    /** When the chain goes on by itself. While it rests this is found anew, because due dates move. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant nextStepAt(EscalatedTask task) {
        ChainRun run = store.lockOfTask(task.id())
                .orElseThrow(() -> new IllegalStateException("No chain runs for the task " + task.id()));
        return resting.nextStepAt(run, task);
    }

    private void begin(EscalatedTask task, String processInstanceId, String role, ChainWalk walk) {
        Instant now = clock.instant();
        Step first = walk.next(Position.START, now);
        ChainRun run = new ChainRun(
                UUID.randomUUID(),
                task.id(),
                task.key(),
                task.name(),
                task.caseReference(),
                processInstanceId,
                Standing.begun(role, timeOf(first), now));
        store.add(run);
        if (task.holder() != null && task.dueAt() != null && task.dueAt().isAfter(now)) {
            resting.rest(run, task, task.holder());
        } else {
            take(first, run, task);
        }
    }

    private void askOn(ChainRun run, EscalatedTask task, String role, ChainWalk walk) {
        ChainRun current = run.at(run.standing().of(role));
        Step next = walk.next(positionOf(run), clock.instant());
        if (run.standing().delegate() == null) {
            take(next, current, task);
        } else {
            askDelegate(current, task, timeOf(next));
        }
    }

    private void take(Step step, ChainRun run, EscalatedTask task) {
        records.skipped(run, step.skipped());
        freeUnlessAnswered(run, task);
        if (step instanceof Step.Ask ask) {
            askLevel(ask, run, task);
        } else if (step instanceof Step.Nobody nobody) {
            waitForSomebody(nobody, run, task);
        }
    }

    private void askLevel(Step.Ask ask, ChainRun run, EscalatedTask task) {
        Position position = ask.position();
        ChainRun asked = run.at(run.standing()
                .asking(position.pass(), position.level(), ask.acknowledgements(), ask.within(), clock.instant()));
        store.save(asked);
        if (ask.broken() && wasSilent(run, position.pass() - 1)) {
            asked = breaks.raise(asked, task);
        }
        askAll(asked, task, ask.people());
    }

    /** Whoever took the task and did not finish it in time did answer. */
    private boolean wasSilent(ChainRun run, int pass) {
        return asks.of(run.id()).stream()
                .filter(ask -> ask.pass() == pass)
                .noneMatch(ask -> ask.answer() == Ask.Answer.ACKNOWLEDGED);
    }

    private void askAll(ChainRun run, EscalatedTask task, List<Resolution.Asked> people) {
        people.forEach(person -> asking.ask(run, task, person));
        records.asked(run, people);
    }

    private void askDelegate(ChainRun run, EscalatedTask task, Duration within) {
        Standing before = run.standing();
        freeUnlessAnswered(run, task);
        ChainRun asked = run.at(before.asking(before.pass(), before.level(), before.needed(), within, clock.instant()));
        store.save(asked);
        String because = "%s named them".formatted(before.delegatedBy());
        Instant until = roster.resolver()
                .reachableUntil(before.delegate(), clock.instant())
                .orElse(null);
        askAll(asked, task, List.of(new Resolution.Asked(before.delegate(), null, because, until)));
    }

    private void waitForSomebody(Step.Nobody nobody, ChainRun run, EscalatedTask task) {
        Position position = nobody.position();
        ChainRun waiting =
                run.at(run.standing().asking(position.pass(), position.level(), 1, nobody.again(), clock.instant()));
        store.save(waiting);
        waiting = breaks.raise(waiting, task);
        records.nobody(waiting);
    }

    /** Whoever holds it without having answered holds it no longer, but can take it again. */
    private void freeUnlessAnswered(ChainRun run, EscalatedTask task) {
        boolean answered = !run.isResting()
                && asks.of(run.id()).stream()
                        .anyMatch(ask -> ask.answer() == Ask.Answer.ACKNOWLEDGED
                                && ask.person().equals(task.holder())
                                && !ask.answeredAt().isBefore(run.standing().askingSince()));
        if (task.holder() != null && !answered) {
            desk.hold(task.id(), null);
        }
    }

    private Position positionOf(ChainRun run) {
        Set<String> asked = asks.of(run.id()).stream()
                .filter(ask -> ask.pass() == run.standing().pass())
                .map(Ask::person)
                .collect(Collectors.toSet());
        return new Position(run.standing().pass(), run.standing().level(), asked);
    }

    private static Duration timeOf(Step step) {
        return step instanceof Step.Ask ask ? ask.within() : ((Step.Nobody) step).again();
    }
}
