package io.firebreak.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Works through the queue of publications as long as the application runs. Any number of nodes may do so at once. Each
 * account has its own calls under way at a time, so that a slow one holds up no other.
 */
@Component
class PublicationWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PublicationWorker.class);

    private final PublicationRound round;
    private final PublicationFollower follower;
    private final PublishingProperties.Publishing settings;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private Thread dispatcher;
    private Thread following;

    PublicationWorker(
            PublicationRound round, PublicationFollower follower, PublishingProperties properties, Clock clock) {
        this.clock = clock;
        this.round = round;
        this.follower = follower;
        this.settings = properties.publishing();
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        running = true;
        dispatcher = new Thread(this::dispatch, "publications");
        dispatcher.start();
        following = new Thread(this::follow, "publication-follower");
        following.start();
    }

    private void dispatch() {
        boolean mayBegin = !settings.reconcileFirst();
        Instant lookedAround = Instant.EPOCH;
        while (running) {
            Instant now = clock.instant();
            if (!mayBegin) {
                // as long as this has not worked, nothing is sent
                mayBegin = surviving("doubting what was restored", round::doubtEverything);
            } else if (isRecent(lookedAround, now)) {
                surviving("sending publications", () -> round.goOn(this::wake));
            } else {
                lookedAround = now;
                surviving("sending publications", () -> round.run(this::wake));
            }
            rest(work);
        }
    }

    /** A clock that was set back must not keep us from looking around. */
    private boolean isRecent(Instant moment, Instant now) {
        return moment.plus(settings.poll()).isAfter(now) && !moment.isAfter(now);
    }

    private void follow() {
        while (running) {
            surviving("leading cases on", follower::follow);
            rest(follower.work());
        }
    }

    /**
     * The database may be away for a while; what is to be done stays in it.
     *
     * @return whether it worked
     */
    private boolean surviving(String what, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException | Error failure) {
            if (running) {
                log.warn("Something went wrong while {}; it is tried again: {}", what, failure.toString());
                log.debug("In full", failure);
            }
            return false;
        }
    }

    private void rest(Semaphore reason) {
        try {
            reason.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
            reason.drainPermits();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void wake() {
        work.release();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void onQueued(PublicationsQueued queued) {
        wake();
    }

    /** Calls that are under way are waited for, so that a planned stop leaves no doubt behind. */
    @Override
    public void stop() {
        if (!running) {
            return;
        }
        running = false;
        wake();
        follower.work().release();
        try {
            dispatcher.join();
            round.finish();
            following.join();
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
