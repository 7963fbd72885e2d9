package io.firebreak.escalation;

import io.firebreak.roster.Roster;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long a chain leaves in peace whoever took the task. */
@Component
class Resting {

    private final ChainStore store;
    private final ChainRecords records;
    private final Roster roster;
    private final Clock clock;

    Resting(ChainStore store, ChainRecords records, Roster roster, Clock clock) {
        this.store = store;
        this.records = records;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * Until the task is due, or as long as a level has where that is past; but no longer than the holder is there by plan.
     */
    ChainRun rest(ChainRun run, EscalatedTask task, String holder) {
        ChainRun resting = run.at(run.standing().resting(end(run, task, holder)));
        store.save(resting);
        records.rests(resting);
        return resting;
    }

    /** When the chain goes on by itself; kept, where it has become another moment. */
    Instant nextStepAt(ChainRun run, EscalatedTask task) {
        if (!run.isResting() || task.holder() == null) {
            return run.standing().nextStepAt();
        }
        Instant now = clock.instant();
        boolean dueLater = task.dueAt() != null && task.dueAt().isAfter(now);
        Instant next = dueLater ? end(run, task, task.holder()) : run.standing().nextStepAt();
        store.save(run.at(run.standing().nextStep(next)));
        return next;
    }

    private Instant end(ChainRun run, EscalatedTask task, String holder) {
        Instant now = clock.instant();
        boolean dueLater = task.dueAt() != null && task.dueAt().isAfter(now);
        Instant end = dueLater ? task.dueAt() : now.plus(run.standing().within());
        Optional<Instant> leaves = roster.resolver()
                .reachableUntil(holder, now)
                // whoever answers off duty is there for all that
                .filter(until -> until.isAfter(now) && until.isBefore(end));
        return leaves.orElse(end);
    }
}
