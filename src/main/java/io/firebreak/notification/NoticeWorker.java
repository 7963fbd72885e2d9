package io.firebreak.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends what our people are told as long as the application runs. Any number of nodes may do so at once. */
@Component
class NoticeWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NoticeWorker.class);

    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

    private final NoticeRound round;
    private final DeliveryQueue queue;
    private final NotificationProperties settings;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private Thread worker;

    NoticeWorker(NoticeRound round, DeliveryQueue queue, NotificationProperties settings, Clock clock) {
        this.round = round;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        running = true;
        worker = new Thread(this::work, "notices");
        worker.start();
    }

    private void work() {
        Instant cleaned = Instant.EPOCH;
        while (running) {
            Instant now = clock.instant();
            if (!isRecent(cleaned, now)) {
                cleaned = now;
                surviving(queue::endExpired);
                surviving(queue::forgetOld);
            }
            surviving(() -> round.run(work::release));
            rest();
        }
    }

    /** A clock that was set back must not keep us from cleaning up. */
    private static boolean isRecent(Instant moment, Instant now) {
        return moment.plus(BETWEEN_CLEANINGS).isAfter(now) && !moment.isAfter(now);
    }

    /** The database may be away for a while; what is to be sent stays in it. */
    private void surviving(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error failure) {
            if (running) {
                log.warn("Something went wrong while telling people; it is tried again: {}", failure.toString());
                log.debug("In full", failure);
            }
        }
    }

    private void rest() {
        try {
            work.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
            work.drainPermits();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void onTold(NoticesTold told) {
        work.release();
    }

    /** Attempts under way are waited for, so that a planned stop sends nothing twice. */
    @Override
    public void stop() {
        if (!running) {
            return;
        }
        running = false;
        work.release();
        try {
            worker.join();
            round.finish();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Begins after the rest and ends before it: while it works, everything it needs is there. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10;
    }
}
