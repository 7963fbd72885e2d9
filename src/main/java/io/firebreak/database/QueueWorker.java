package io.firebreak.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that works through a queue in the database: round after round, as soon as somebody says that there is work,
 * and now and then without that, because others may have left some. What goes wrong is told and tried again: the database
 * may be away for a while, and what is to be done stays in it.
 */
public final class QueueWorker {

    private final Logger log;
    private final String name;
    private final Duration poll;
    private final Runnable round;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    /**
     * @param owner in whose name it is logged
     * @param name of the thread
     * @param poll how long it rests when nobody says that there is work
     * @param round may throw; the next one comes all the same
     */
    public QueueWorker(Class<?> owner, String name, Duration poll, Runnable round) {
        this.log = LoggerFactory.getLogger(owner);
        this.name = name;
        this.poll = poll;
        this.round = round;
    }

    public void start() {
        running = true;
        thread = new Thread(this::work, name);
        thread.start();
    }

    private void work() {
        while (running) {
            surviving("working on " + name, round);
            rest();
        }
    }

    /**
     * One step of a round: its failure holds up none of the others.
     *
     * @param what it does, as the end of a sentence
     * @return whether it worked
     */
    public boolean surviving(String what, Runnable step) {
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

    private void rest() {
        try {
            work.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
            work.drainPermits();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** There is work. */
    public void wake() {
        work.release();
    }

    /** Ends after the round that is under way, and waits for that. Done again, it changes nothing. */
    public void stop() throws InterruptedException {
        if (running) {
            running = false;
            wake();
            thread.join();
        }
    }

    public boolean isRunning() {
        return running;
    }
}
