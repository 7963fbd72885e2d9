package io.firebreak.roster;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes absences as long after their end as the crisis plan says. Several nodes may do it at once. */
@Component
class AbsenceRetention {

    private final AbsenceStore store;
    private final CrisisPlans plans;
    private final Ledger ledger;
    private final Clock clock;

    AbsenceRetention(AbsenceStore store, CrisisPlans plans, Ledger ledger, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    @Transactional
    public void removeOld() {
        Instant kept = clock.instant().minus(plans.current().retention().absences());
        int removed = store.removeEndedBefore(kept);
        if (removed > 0) {
            ledger.record(new Act(
                            null,
                            Actor.FIREBREAK.id(),
                            "absences.removed",
                            "Absences that were over before %s are removed.".formatted(kept))
                    .with("count", removed));
        }
    }
}
