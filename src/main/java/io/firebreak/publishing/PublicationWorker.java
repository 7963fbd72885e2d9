package io.firebreak.publishing;

import io.firebreak.database.Interval;
import io.firebreak.database.QueueWorker;
import java.time.Clock;
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

    private final PublicationRound round;
    private final boolean enabled;
    private final Clock clock;
    private final Interval lookingAround;
    private final QueueWorker dispatcher;
    private final QueueWorker following;
    private boolean mayBegin;

    PublicationWorker(
            PublicationRound round, PublicationFollower follower, PublishingProperties properties, Clock clock) {
        PublishingProperties.Publishing settings = properties.publishing();
        this.round = round;
        this.enabled = settings.enabled();
        this.clock = clock;
        this.mayBegin = !settings.reconcileFirst();
        this.lookingAround = new Interval(settings.poll());
        this.dispatcher = new QueueWorker(PublicationWorker.class, "publications", settings.poll(), this::dispatch);
        this.following =
                new QueueWorker(PublicationWorker.class, "publication-follower", settings.poll(), follower::follow);
        follower.whenThereIsWork(following::wake);
    }

    @Override
    public void start() {
        if (enabled) {
            dispatcher.start();
            following.start();
        }
    }

    private void dispatch() {
        if (!mayBegin) {
            // as long as this has not worked, nothing is sent
            mayBegin = dispatcher.surviving("doubting what was restored", round::doubtEverything);
        } else if (lookingAround.isOver(clock.instant())) {
            dispatcher.surviving("sending publications", () -> round.run(dispatcher::wake));
        } else {
            dispatcher.surviving("sending publications", () -> round.goOn(dispatcher::wake));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void onQueued(PublicationsQueued queued) {
        dispatcher.wake();
    }

    /** Calls that are under way are waited for, so that a planned stop leaves no doubt behind. */
    @Override
    public void stop() {
        if (!isRunning()) {
            return;
        }
        try {
            dispatcher.stop();
            round.finish();
            following.stop();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return dispatcher.isRunning();
    }

    /** Begins after the rest and ends before it: while it works, everything it needs is there. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10;
    }
}
