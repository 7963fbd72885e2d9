package io.firebreak.escalation;

import io.firebreak.access.Actor;
import io.firebreak.escalation.MovedTasks.Moved;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.notification.Notice;
import io.firebreak.notification.Notices;
import io.firebreak.roster.Absence;
import io.firebreak.roster.AbsenceEntry;
import io.firebreak.roster.Absences;
import io.firebreak.roster.Roster;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open work of somebody who is away: it goes to whoever stands in, and comes back as far as it is still to be done
 * and nobody has decided otherwise.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AbsentWork {

    private final MovedTasks moved;
    private final TaskDesk desk;
    private final ChainStore chains;
    private final Answers answers;
    private final Absences absences;
    private final Roster roster;
    private final Ledger ledger;
    private final Notices notices;
    private final Clock clock;

    AbsentWork(
            MovedTasks moved,
            TaskDesk desk,
            ChainStore chains,
            Answers answers,
            Absences absences,
            Roster roster,
            Ledger ledger,
            Notices notices,
            Clock clock) {
        this.moved = moved;
        this.desk = desk;
        this.chains = chains;
        this.answers = answers;
        this.absences = absences;
        this.roster = roster;
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    /** The absence begins: what the person holds goes to the one who stands in now; where nobody does, it is free. */
    public void move(UUID absenceId) {
        String absent = absence(absenceId).person();
        Optional<String> standIn = roster.resolver().standIn(absent, clock.instant());
        desk.heldBy(absent).forEach(task -> move(absenceId, task, absent, standIn.orElse(null)));
    }

    private void move(UUID absenceId, EscalatedTask task, String absent, String standIn) {
        Optional<ChainRun> run = chains.lockOfTask(task.id());
        moved.add(new Moved(absenceId, task.id(), absent, standIn), task.caseReference(), clock.instant());
        if (standIn == null) {
            desk.hold(task.id(), null);
            record(
                    task,
                    "%s is away and nobody stands in: the task \"%s\" is free.".formatted(absent, task.name()),
                    null);
            run.filter(ChainRun::isResting).ifPresent(answers::givenBack);
            return;
        }
        give(task, standIn, run);
        record(task, "%s is away: the task \"%s\" goes to %s.".formatted(absent, task.name(), standIn), standIn);
        tell(task, standIn, "%s is away and you stand in".formatted(absent));
    }

    /** The absence is over: what the stand-in has not finished comes back. */
    public void bringBack(UUID absenceId) {
        Optional<UUID> stillAway = otherAbsence(absence(absenceId));
        moved.lockAway(absenceId).forEach(one -> bringBack(one, stillAway));
    }

    private void bringBack(Moved one, Optional<UUID> stillAway) {
        Optional<ChainRun> run = chains.lockOfTask(one.taskId());
        Optional<EscalatedTask> open = desk.find(one.taskId());
        moved.settle(one.taskId(), clock.instant());
        if (open.isEmpty() || !Objects.equals(open.get().holder(), one.standIn())) {
            return;
        }
        EscalatedTask task = open.get();
        if (stillAway.isPresent()) {
            Moved again = new Moved(stillAway.get(), one.taskId(), one.absent(), one.standIn());
            moved.add(again, task.caseReference(), clock.instant());
            return;
        }
        give(task, one.absent(), run);
        record(task, "%s is back: the task \"%s\" is theirs again.".formatted(one.absent(), task.name()), one.absent());
        tell(task, one.absent(), "you are back, and it is not done yet");
    }

    /** Somebody decided who holds the task, so no end of an absence changes it any more. */
    void decidedOtherwise(String taskId) {
        moved.settle(taskId, clock.instant());
    }

    private void give(EscalatedTask task, String person, Optional<ChainRun> run) {
        desk.offer(task.id(), person);
        desk.hold(task.id(), person);
        run.ifPresent(chain -> answers.takenOver(chain, task.heldBy(person), null));
    }

    /** Another absence that lasts on; what was moved stays moved for that one. */
    private Optional<UUID> otherAbsence(Absence over) {
        Instant now = clock.instant();
        return absences.of(over.person()).stream()
                .map(AbsenceEntry::absence)
                .filter(other -> !other.id().equals(over.id()))
                .filter(other -> !now.isBefore(other.from()) && now.isBefore(other.to()))
                .map(Absence::id)
                .findFirst();
    }

    private Absence absence(UUID id) {
        return absences.get(id.toString()).absence();
    }

    /**
     * @param to null where it went to nobody
     */
    private void record(EscalatedTask task, String sentence, String to) {
        Act act = new Act(task.caseReference(), Actor.FIREBREAK.id(), "task.moved", sentence)
                .with("task", task.key())
                .with("taskId", task.id());
        ledger.record(to == null ? act : act.with("to", to));
    }

    private void tell(EscalatedTask task, String person, String because) {
        notices.tell(new Notice(
                person, Notice.Kind.MOVED, task.caseReference(), task.id(), TaskWords.of(task, because), null, null));
    }
}
