package io.firebreak.escalation;

import io.firebreak.access.Actor;
import io.firebreak.engine.TaskHeld;
import io.firebreak.escalation.Ask.How;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to tasks in the engine, and means an answer or the end to the chain that runs for them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskNews {

    private final ChainStore store;
    private final Answers answers;
    private final TaskDesk desk;
    private final TaskActRecords records;
    private final ChainProcess process;
    private final AbsentWork absentWork;

    TaskNews(
            ChainStore store,
            Answers answers,
            TaskDesk desk,
            TaskActRecords records,
            ChainProcess process,
            AbsentWork absentWork) {
        this.store = store;
        this.answers = answers;
        this.desk = desk;
        this.records = records;
        this.process = process;
        this.absentWork = absentWork;
    }

    /** Somebody took the task in Tasklist, was given it there, or gave it back. What we do ourselves is no news. */
    public void on(TaskHeld held) {
        if (held.by().equals(Actor.FIREBREAK)) {
            return;
        }
        absentWork.decidedOtherwise(held.taskId());
        store.lockOfTask(held.taskId()).ifPresent(run -> {
            if (held.holder() != null) {
                taken(run, held.holder());
            } else if (run.isResting()) {
                answers.givenBack(run);
            }
        });
    }

    private void taken(ChainRun run, String holder) {
        EscalatedTask task = desk.find(run.taskId()).orElseThrow();
        Optional<Ask> ask = answers.openAskOf(run, holder);
        records.acknowledged(task, holder, How.TASKLIST, ask);
        if (ask.isPresent()) {
            answers.acknowledged(run, task.heldBy(holder), holder, How.TASKLIST);
        } else {
            answers.takenOver(run, task.heldBy(holder), How.TASKLIST);
        }
    }

    /**
     * The task is gone, and so is its chain.
     *
     * @param by who completed it; null when it was taken away
     */
    public void gone(String taskId, String by) {
        store.lockOfTask(taskId).ifPresent(run -> {
            answers.over(run, by);
            process.end(run.processInstanceId());
        });
    }
}
