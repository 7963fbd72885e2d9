package io.firebreak.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a Firebreak that was killed left running on the data directory: a server, half of one, or a first
 * initialisation. Who holds the directory's lock knows that nobody needs any of it.
 */
final class LeftoverProcesses {

    private static final Logger log = LoggerFactory.getLogger(LeftoverProcesses.class);

    /** A server process that lost its first process ends by itself as soon as it notices. */
    private static final Duration OWN_END = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final PostgresBinaries binaries;
    private final Postmaster postmaster;

    LeftoverProcesses(PostgresBinaries binaries, Postmaster postmaster) {
        this.binaries = binaries;
        this.postmaster = postmaster;
    }

    /** Stops them all, the server in good order, and returns when they are gone. */
    void stop() {
        postmaster.process().ifPresent(process -> {
            log.info(
                    "The last run did not end in good order: stopping the database that it left running (process {})",
                    process.pid());
            postmaster.stop();
        });
        if (!ended()) {
            binaries.processes().forEach(ProcessHandle::destroyForcibly);
            ended();
        }
        forgetForeignProcess();
    }

    private void forgetForeignProcess() {
        try {
            postmaster.forgetForeignProcess();
        } catch (IOException failure) {
            throw new DatabaseStartException(
                    "A stale postmaster.pid can't be removed from the database's folder: " + failure + ".",
                    "Check the rights of the folder, or remove the file by hand.",
                    failure);
        }
    }

    /** Asks again and again instead of awaiting exits: one that nobody collects never counts as exited. */
    private boolean ended() {
        long deadline = System.nanoTime() + OWN_END.toNanos();
        while (!binaries.processes().isEmpty()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
