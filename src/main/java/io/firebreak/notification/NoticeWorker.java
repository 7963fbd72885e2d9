package io.firebreak.notification;

import io.firebreak.database.Interval;
import io.firebreak.database.QueueWorker;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends what our people are told as long as the application runs. Any number of nodes may do so at once. */
@Component
class NoticeWorker implements SmartLifecycle {

    private final NoticeRound round;
    private final DeliveryQueue queue;
    private final boolean enabled;
    private final Clock clock;
    private final Interval cleaning = new Interval(Duration.ofMinutes(1));
    private final QueueWorker worker;

    NoticeWorker(NoticeRound round, DeliveryQueue queue, NotificationProperties settings, Clock clock) {
        this.round = round;
        this.queue = queue;
        this.enabled = settings.enabled();
        this.clock = clock;
        this.worker = new QueueWorker(NoticeWorker.class, "notices", settings.poll(), this::work);
    }

    @Override
    public void start() {
        if (enabled) {
            worker.start();
        }
    }

    private void work() {
        if (cleaning.isOver(clock.instant())) {
            worker.surviving("ending old messages", queue::endExpired);
            worker.surviving("forgetting old messages", queue::forgetOld);
        }
        worker.surviving("telling people", () -> round.run(worker::wake));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void onTold(NoticesTold told) {
        worker.wake();
    }

    /** Attempts under way are waited for, so that a planned stop sends nothing twice. */
    @Override
    public void stop() {
        if (!isRunning()) {
            return;
        }
        try {
            worker.stop();
            round.finish();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    /** Begins after the rest and ends before it: while it works, everything it needs is there. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10;
    }
}
