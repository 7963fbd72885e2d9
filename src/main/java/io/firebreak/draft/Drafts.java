package io.firebreak.draft;

import io.firebreak.engine.Caller;
import io.firebreak.engine.ProcessStarted;
import io.firebreak.engine.StartRule;
import io.firebreak.engine.TaskCompleted;
import io.firebreak.engine.TaskTakenAway;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.engine.VisibleTasks.Holder;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people type until they hand it in, so that nothing is lost with a tab, a machine or a session. The draft of a
 * task goes with the task: who sees the task sees the draft, and only who holds it writes. Each person's words are kept
 * apart, and a draft that was begun from an older one is refused, so that nobody's words are replaced unseen.
 */
@Service
public class Drafts {

    private final VisibleTasks tasks;
    private final Caller caller;
    private final DraftStore store;
    private final TypedText rule;
    private final ObjectProvider<StartRule> starts;
    private final Clock clock;

    Drafts(
            VisibleTasks tasks,
            Caller caller,
            DraftStore store,
            TypedText rule,
            ObjectProvider<StartRule> starts,
            Clock clock) {
        this.tasks = tasks;
        this.caller = caller;
        this.store = store;
        this.rule = rule;
        this.starts = starts;
        this.clock = clock;
    }

    /**
     * What was typed for a task, each person's own, the newest first; empty where nobody did.
     *
     * @throws Refusal when the signed-in person may not see the task
     */
    @Transactional(readOnly = true)
    public List<Draft> ofTask(String taskId) {
        visible(taskId);
        return store.ofTask(taskId);
    }

    /**
     * Keeps what the signed-in person typed for a task that they hold.
     *
     * @param begunFrom the version of the draft from which they went on; 0 for none
     * @throws Refusal when they may not see the task or do not hold it, somebody or they themselves elsewhere changed the
     *     draft since, or it is too large
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Draft keepForTask(String taskId, long begunFrom, String typed) {
        String person = caller.person().id();
        String checked = rule.require(typed);
        // whoever completes the task now either finds this draft, or is done before it is looked whether the task is
        // there
        store.lockTask(taskId);
        requireHeldBy(person, visible(taskId));
        return kept(store.keepForTask(taskId, begunFrom, next(begunFrom, person, checked)));
    }

    /**
     * What the signed-in person typed to start a process.
     *
     * @throws Refusal when people start no such process
     */
    @Transactional(readOnly = true)
    public Optional<Draft> ofStart(String process) {
        requireStart(process);
        return store.ofStart(process, caller.person().id());
    }

    /**
     * Keeps what the signed-in person typed to start a process.
     *
     * @throws Refusal when people start no such process, they changed it elsewhere since, or it is too large
     */
    @Transactional
    public Draft keepForStart(String process, long begunFrom, String typed) {
        String person = caller.person().id();
        requireStart(process);
        return kept(store.keepForStart(process, begunFrom, next(begunFrom, person, rule.require(typed))));
    }

    @EventListener
    void forget(TaskCompleted completed) {
        store.forgetTask(completed.taskId());
    }

    @EventListener
    void forget(TaskTakenAway takenAway) {
        store.forgetTask(takenAway.taskId());
    }

    @EventListener
    void forget(ProcessStarted started) {
        store.forgetStart(started.process(), started.by());
    }

    private Draft next(long begunFrom, String person, String typed) {
        return new Draft(begunFrom + 1, person, typed, clock.instant());
    }

    private static Draft kept(Optional<Draft> kept) {
        return kept.orElseThrow(() -> Refusal.conflict(
                "The draft was changed elsewhere since; please choose which of the two you go on with."));
    }

    private Holder visible(String taskId) {
        return tasks.holderOf(taskId)
                .orElseThrow(() -> Refusal.notFound("This task is done already, or it is no longer yours."));
    }

    private static void requireHeldBy(String person, Holder holder) {
        if (holder.userId() == null) {
            throw Refusal.notAllowed("Nobody holds this task; please take it first.");
        }
        if (!holder.userId().equals(person)) {
            throw Refusal.notAllowed("%s holds this task now.".formatted(holder.userId()));
        }
    }

    private void requireStart(String process) {
        if (starts.stream().noneMatch(start -> start.process().equals(process))) {
            throw Refusal.notFound("There is no process %s that people start.".formatted(process));
        }
    }
}
