package io.firebreak.publishing;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Leads the processes on to where the record is. What it misses, because the database was away or this node ended, it
 * finds when it looks at all cases.
 */
@Component
class PublicationFollower {

    /** In rounds: so often it looks at all cases that wait. */
    private static final int ROUNDS_BETWEEN_LOOKS = 10;

    private final PublicationProcess process;
    private final PublicationStore publications;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<UUID> drifted = ConcurrentHashMap.newKeySet();
    private final Semaphore work = new Semaphore(0);
    private int rounds;

    PublicationFollower(PublicationProcess process, PublicationStore publications) {
        this.process = process;
        this.publications = publications;
    }

    @TransactionalEventListener
    void onChanged(PublicationChanged change) {
        note(change.caseReference());
    }

    @TransactionalEventListener
    void onQueued(PublicationsQueued queued) {
        note(queued.caseReference());
    }

    @TransactionalEventListener
    void onDrifted(PublicationDrifted drift) {
        drifted.add(drift.publicationId());
        work.release();
    }

    private void note(String caseReference) {
        changed.add(caseReference);
        work.release();
    }

    /** Gets a permit whenever there is something to follow. */
    Semaphore work() {
        return work;
    }

    void follow() {
        for (String reference : Set.copyOf(changed)) {
            changed.remove(reference);
            process.follow(reference);
        }
        for (UUID publication : Set.copyOf(drifted)) {
            publications.find(publication).ifPresent(process::reportDrift);
            drifted.remove(publication);
        }
        if (rounds++ % ROUNDS_BETWEEN_LOOKS == 0) {
            process.followAll();
        }
    }
}
