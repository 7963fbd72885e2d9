package io.firebreak.escalation.process;

import io.firebreak.engine.TaskCompleted;
import io.firebreak.engine.TaskCreated;
import io.firebreak.engine.TaskHeld;
import io.firebreak.engine.TaskTakenAway;
import io.firebreak.escalation.TaskMessages;
import io.firebreak.escalation.TaskNews;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears what the engine tells of tasks. */
@Component
class EngineTaskNews {

    private final TaskNews news;
    private final TaskMessages messages;

    EngineTaskNews(@Lazy TaskNews news, @Lazy TaskMessages messages) {
        this.news = news;
        this.messages = messages;
    }

    @EventListener
    void on(TaskCreated created) {
        messages.on(created);
    }

    @EventListener
    void on(TaskHeld held) {
        news.on(held);
        messages.on(held);
    }

    /** Before the process goes on: the chain is out of its way, and the case goes on as if it had never been. */
    @EventListener
    void on(TaskCompleted completed) {
        news.gone(completed.taskId(), completed.by());
    }

    /** Afterwards: most chains have been taken away together with their task, and then there is nothing left to end. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(TaskTakenAway taken) {
        news.gone(taken.taskId(), null);
    }
}
