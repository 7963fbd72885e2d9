package io.firebreak.escalation;

import io.firebreak.access.Person;
import io.firebreak.escalation.Ask.How;
import io.firebreak.notification.Notice;
import io.firebreak.notification.Notices;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with a task besides completing it: take it, say that they can't, name somebody else, take it from its
 * holder, hand it over. The rules of the task itself stay in force: nobody can complete it who could not before.
 */
@Service
@Transactional
public class TaskActs {

    private static final TextRule REASON = TextRule.text("reason", "The reason", 2_000);
    private static final TextRule SUMMARY = TextRule.text("summary", "The summary", 10_000);
    private static final TextRule TO = TextRule.line("to", "The person", 100);

    private final ChainStore store;
    private final Answers answers;
    private final TaskDesk desk;
    private final MovedTasks moved;
    private final TaskActRecords records;
    private final TaskActRights rights;
    private final Notices notices;
    private final Clock clock;

    TaskActs(
            ChainStore store,
            Answers answers,
            TaskDesk desk,
            MovedTasks moved,
            TaskActRecords records,
            TaskActRights rights,
            Notices notices,
            Clock clock) {
        this.store = store;
        this.answers = answers;
        this.desk = desk;
        this.moved = moved;
        this.records = records;
        this.rights = rights;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The person takes the task. Done again by the same person, it changes nothing. Where a level asks for several, the
     * first holds it, and the others know of it.
     *
     * @throws Refusal when it is not for the person, or when somebody else took it
     */
    public void acknowledge(String taskId, Person person) {
        acknowledge(taskId, person.actor().id(), How.API);
    }

    void acknowledge(String taskId, String person, How how) {
        Optional<ChainRun> run = store.lockOfTask(taskId);
        EscalatedTask task = rights.require(taskId);
        rights.requireFor(task, person);
        boolean free = task.holder() == null;
        if (person.equals(task.holder())) {
            run.filter(chain -> answers.openAskOf(chain, person).isPresent())
                    .ifPresent(chain -> answers.acknowledged(chain, task, person, how));
            return;
        }
        boolean moreAreAsked = run.filter(chain -> !chain.isResting())
                .flatMap(chain -> answers.openAskOf(chain, person))
                .isPresent();
        if (!free && !moreAreAsked) {
            throw rights.heldBy(task);
        }
        if (free) {
            hold(taskId, person);
        }
        records.acknowledged(task, person, how, run.flatMap(chain -> answers.openAskOf(chain, person)));
        run.ifPresent(chain -> answers.acknowledged(chain, free ? task.heldBy(person) : task, person, how));
    }

    /**
     * The person can't do it: somebody else is asked. Whoever holds it gives it back.
     *
     * @throws Refusal when the person was not asked and does not hold it
     */
    public void decline(String taskId, String reason, Person person) {
        String why = REASON.require(reason);
        decline(taskId, why, person.actor().id(), How.API);
    }

    void decline(String taskId, String reason, String person, How how) {
        Optional<ChainRun> run = store.lockOfTask(taskId);
        EscalatedTask task = rights.require(taskId);
        rights.requireAskedOrHolder(run, task, person);
        if (person.equals(task.holder())) {
            hold(taskId, null);
        }
        records.declined(task, person, reason, how);
        run.ifPresent(chain -> answers.declined(chain, person, how));
    }

    /**
     * The person names somebody else, who is asked next.
     *
     * @throws Refusal when the person was not asked and does not hold it, or the other can't be asked
     */
    public void delegate(String taskId, String to, String reason, Person person) {
        Problems problems = new Problems();
        String named = problems.collect(() -> TO.require(to));
        String why = problems.collect(() -> REASON.require(reason));
        problems.refuseIfAny();
        String by = person.actor().id();
        Optional<ChainRun> run = store.lockOfTask(taskId);
        EscalatedTask task = rights.require(taskId);
        rights.requireAskedOrHolder(run, task, by);
        rights.requireMayPassOn(task, by);
        rights.requireOther(named, by);
        rights.requireStaff(named);
        rights.requireNotAskedYet(run, named);
        if (by.equals(task.holder())) {
            hold(taskId, null);
        }
        desk.offer(taskId, named);
        records.delegated(task, by, named, why);
        run.ifPresentOrElse(
                chain -> answers.delegated(chain, by, named, How.API),
                () -> tellMoved(task, named, "%s asks you to take the task".formatted(by)));
    }

    /**
     * The person takes the task from whoever holds it.
     *
     * @throws Refusal when it is not for the person
     */
    public void takeOver(String taskId, Person person) {
        String by = person.actor().id();
        Optional<ChainRun> run = store.lockOfTask(taskId);
        EscalatedTask task = rights.require(taskId);
        rights.requireFor(task, by);
        if (by.equals(task.holder())) {
            return;
        }
        hold(taskId, by);
        records.takenOver(task, by);
        if (task.holder() != null) {
            tellMoved(task, task.holder(), "%s has taken the task over".formatted(by));
        }
        run.ifPresent(chain -> answers.takenOver(chain, task.heldBy(by), How.API));
    }

    /**
     * The holder hands the task over, at the end of a shift for example.
     *
     * @param to somebody who can take the task, or works on cases and can be reached now
     * @param summary what they have to know; it stays in the ledger
     */
    public void handOver(String taskId, String to, String summary, Person person) {
        Problems problems = new Problems();
        String named = problems.collect(() -> TO.require(to));
        String told = problems.collect(() -> SUMMARY.require(summary));
        problems.refuseIfAny();
        String by = person.actor().id();
        Optional<ChainRun> run = store.lockOfTask(taskId);
        EscalatedTask task = rights.require(taskId);
        if (!by.equals(task.holder())) {
            throw Refusal.notAllowed("A task is handed over by whoever holds it: %s."
                    .formatted(task.holder() == null ? "nobody does" : task.holder()));
        }
        rights.requireMayPassOn(task, by);
        rights.requireOther(named, by);
        rights.requireThere(task, named);
        desk.offer(taskId, named);
        hold(taskId, named);
        records.handedOver(task, by, named, told);
        tellMoved(task, named, "%s hands the task over to you: %s".formatted(by, told));
        run.ifPresent(chain -> answers.takenOver(chain, task.heldBy(named), How.API));
    }

    /** Somebody decides who holds it, so no end of an absence changes that any more. */
    private void hold(String taskId, String person) {
        desk.hold(taskId, person);
        moved.settle(taskId, clock.instant());
    }

    private void tellMoved(EscalatedTask task, String person, String because) {
        notices.tell(new Notice(
                person, Notice.Kind.MOVED, task.caseReference(), task.id(), TaskWords.of(task, because), null, null));
    }
}
