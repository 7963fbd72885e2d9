package io.firebreak.notification;

import io.firebreak.notification.means.Outcome;
import io.firebreak.notification.means.Senders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One look at what is due: begins all attempts for which there is room. Each server has room of its own, so that one
 * that hangs holds up no other, and each attempt ends in time, whatever the other side does.
 */
@Component
class NoticeRound {

    private static final Logger log = LoggerFactory.getLogger(NoticeRound.class);

    /** Attempts of one node at a server at a time: with two tries each, twice as many people hear within a minute. */
    static final int ROOM = 16;

    /** An attempt whose time is over may hang on for a while; more of them than this would be a mischief. */
    private static final int MOST_THREADS = 128;

    private static final int PATIENCE_AT_STOP_SECONDS = 20;

    private final DeliveryQueue queue;
    private final DeliveryResults results;
    private final NoticeWriter writer;
    private final Senders senders;
    private final Duration attemptTimeout;
    private final Map<String, Semaphore> rooms = new ConcurrentHashMap<>();
    private final Set<CompletableFuture<Void>> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicInteger threadNumber = new AtomicInteger();
    private final ExecutorService attempts = new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> new Thread(task, "notice-" + threadNumber.incrementAndGet()));

    NoticeRound(
            DeliveryQueue queue,
            DeliveryResults results,
            NoticeWriter writer,
            Senders senders,
            NotificationProperties settings) {
        this.queue = queue;
        this.results = results;
        this.writer = writer;
        this.senders = senders;
        // each means keeps the time by itself; this is for one that does not
        this.attemptTimeout = settings.attemptTimeout().plusMillis(500);
    }

    /**
     * Begins all that there is to do.
     *
     * @param whenRoom called whenever an attempt has ended
     * @return the attempts that were begun
     */
    List<CompletableFuture<Void>> run(Runnable whenRoom) {
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        for (String server : queue.serversWithWork()) {
            Semaphore room = rooms.computeIfAbsent(server, name -> new Semaphore(ROOM));
            int free = room.drainPermits();
            List<Dispatch> taken = free == 0 ? List.of() : taken(server, free, room);
            room.release(free - taken.size());
            taken.forEach(dispatch -> begun.add(followed(attempt(dispatch, room, whenRoom))));
        }
        return begun;
    }

    /** The same, and waits until all that it began has ended: for tests, step by step. */
    void runAndWait() {
        run(() -> {}).forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> followed(CompletableFuture<Void> attempt) {
        underWay.add(attempt);
        return attempt.whenComplete((nothing, failure) -> underWay.remove(attempt));
    }

    private List<Dispatch> taken(String server, int most, Semaphore room) {
        try {
            return queue.take(server, most);
        } catch (RuntimeException failure) {
            room.release(most);
            throw failure;
        }
    }

    private CompletableFuture<Void> attempt(Dispatch dispatch, Semaphore room, Runnable whenRoom) {
        CompletableFuture<Outcome> outcome;
        try {
            outcome = CompletableFuture.supplyAsync(() -> send(dispatch), attempts);
        } catch (RejectedExecutionException tooMany) {
            outcome = CompletableFuture.completedFuture(
                    new Outcome.Failed("Too many earlier attempts are still hanging.", null));
        }
        return outcome.completeOnTimeout(
                        new Outcome.Failed(
                                "There was no answer within %d seconds.".formatted(attemptTimeout.toSeconds()), null),
                        attemptTimeout.toMillis(),
                        TimeUnit.MILLISECONDS)
                .thenAcceptAsync(result -> keep(dispatch, result), attempts)
                .handle((nothing, failure) -> {
                    room.release();
                    whenRoom.run();
                    return null;
                });
    }

    private Outcome send(Dispatch dispatch) {
        try {
            return senders.send(dispatch.delivery().means(), writer.write(dispatch));
        } catch (RuntimeException failure) {
            log.warn("The {} failed unexpectedly", dispatch.describe(), failure);
            return new Outcome.Failed(
                    "It failed unexpectedly (%s).".formatted(failure.getClass().getSimpleName()), null);
        }
    }

    /** What can't be written down is sent again when this attempt is taken for dead: twice rather than never. */
    private void keep(Dispatch dispatch, Outcome outcome) {
        try {
            results.keep(dispatch, outcome);
        } catch (RuntimeException failure) {
            log.warn("What became of the {} could not be kept: {}", dispatch.describe(), failure.toString());
        }
    }

    /** Lets what is under way come to its end, which its time limit brings near. */
    void finish() throws InterruptedException {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                    .get(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            log.warn("Some messages to our own people did not end; they are sent again after the next start");
        }
        attempts.shutdown();
    }
}
