package io.firebreak.escalation;

import io.firebreak.access.Role;
import io.firebreak.engine.Staff;
import io.firebreak.roster.Roster;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may do what with a task besides completing it; each check says what is wrong. */
@Component
class TaskActRights {

    private final TaskDesk desk;
    private final Answers answers;
    private final Staff staff;
    private final Roster roster;
    private final Clock clock;

    TaskActRights(TaskDesk desk, Answers answers, Staff staff, Roster roster, Clock clock) {
        this.desk = desk;
        this.answers = answers;
        this.staff = staff;
        this.roster = roster;
        this.clock = clock;
    }

    EscalatedTask require(String taskId) {
        return desk.find(taskId)
                .orElseThrow(() ->
                        Refusal.notFound("There is no such open task; somebody may have finished it in the meantime."));
    }

    void requireFor(EscalatedTask task, String person) {
        if (!desk.isFor(task.id(), person) && !desk.admits(task, person)) {
            throw Refusal.notAllowed(
                    "This task is for others; %s is not among those who can take it.".formatted(person));
        }
    }

    /** Whoever was let in to a task of others has it for themselves alone. */
    void requireMayPassOn(EscalatedTask task, String holder) {
        if (!desk.isFor(task.id(), holder) && desk.admits(task, holder)) {
            throw Refusal.notAllowed(
                    "This task is for others; you can complete it or give it back, but not pass it on.");
        }
    }

    void requireAskedOrHolder(Optional<ChainRun> run, EscalatedTask task, String person) {
        boolean asked = run.flatMap(chain -> answers.openAskOf(chain, person)).isPresent();
        if (!asked && !person.equals(task.holder())) {
            throw Refusal.notAllowed("This is for those who were asked to take the task and for its holder.");
        }
    }

    void requireOther(String to, String by) {
        if (to.equals(by)) {
            throw Refusal.invalid("to", "Please name somebody else than yourself.");
        }
    }

    /** Nobody is asked twice within one pass. */
    void requireNotAskedYet(Optional<ChainRun> run, String to) {
        if (run.filter(chain -> answers.wasAsked(chain, to)).isPresent()) {
            throw Refusal.conflict("%s was asked already; please name somebody else.".formatted(to));
        }
    }

    void requireStaff(String to) {
        if (!staff.isAny(to, Role.staff().toArray(Role[]::new))) {
            throw Refusal.invalid(
                    "to", "%s is nobody who works on cases; please name a person by their user id.".formatted(to));
        }
    }

    void requireThere(EscalatedTask task, String to) {
        if (desk.isFor(task.id(), to)) {
            return;
        }
        requireStaff(to);
        if (!roster.resolver().isReachable(to, clock.instant())) {
            throw Refusal.invalid(
                    "to",
                    "%s can't take this task: they are not among those whom it is for, and not on duty now."
                            .formatted(to));
        }
    }

    Refusal heldBy(EscalatedTask task) {
        return Refusal.conflict("%s has taken the task \"%s\" already.".formatted(task.holder(), task.name()));
    }
}
