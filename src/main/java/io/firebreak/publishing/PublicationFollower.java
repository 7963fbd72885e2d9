package io.firebreak.publishing;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads the processes on to where the record is. What it misses, because the database was away or this node ended, it
 * finds when it looks at all cases.
 */
@Component
class PublicationFollower {

    private static final Logger log = LoggerFactory.getLogger(PublicationFollower.class);

    /** In rounds: so often it looks at all cases that wait. */
    private static final int ROUNDS_BETWEEN_LOOKS = 10;

    private static final int DRIFTS_AT_ONCE = 20;

    private final PublicationProcess process;
    private final ReadBackStore readBacks;
    private final TransactionTemplate transaction;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private volatile Runnable wake = () -> {};
    private int rounds;

    PublicationFollower(PublicationProcess process, ReadBackStore readBacks, TransactionTemplate transaction) {
        this.transaction = transaction;
        this.process = process;
        this.readBacks = readBacks;
    }

    @TransactionalEventListener
    void onChanged(PublicationChanged change) {
        note(change.caseReference());
    }

    @TransactionalEventListener
    void onQueued(PublicationsQueued queued) {
        note(queued.caseReference());
    }

    private void note(String caseReference) {
        changed.add(caseReference);
        wake.run();
    }

    /**
     * @param wake is called whenever there is something to follow
     */
    void whenThereIsWork(Runnable wake) {
        this.wake = wake;
    }

    void follow() {
        for (String reference : Set.copyOf(changed)) {
            changed.remove(reference);
            surviving(reference, () -> process.follow(reference));
        }
        surviving("A changed publication", this::reportDrifts);
        if (rounds++ % ROUNDS_BETWEEN_LOOKS == 0) {
            process.followAll();
        }
    }

    /** What can't be led on now is found again by the look at all cases; the others must not wait for it. */
    private static void surviving(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            log.warn("{} could not be led on; it is tried again: {}", what, failure.toString());
            log.debug("In full", failure);
        }
    }

    private void reportDrifts() {
        for (UUID drifted : readBacks.unreportedDrifts(DRIFTS_AT_ONCE)) {
            surviving("The changed publication " + drifted, () -> reportDrift(drifted));
        }
    }

    /** Asking somebody and keeping that somebody was asked are one transaction. */
    private void reportDrift(UUID drifted) {
        transaction.executeWithoutResult(
                status -> readBacks.lockUnreportedDrift(drifted).ifPresent(publication -> {
                    process.reportDrift(publication);
                    readBacks.driftReported(publication.id());
                }));
    }
}
