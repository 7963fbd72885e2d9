package io.firebreak.roster.coverage;

import io.firebreak.roster.CrisisPlans;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets closed gaps as long after their end as the absences that made them. Several nodes may do it at once. */
@Component
class GapRetention {

    private final GapStore store;
    private final CrisisPlans plans;
    private final Clock clock;

    GapRetention(GapStore store, CrisisPlans plans, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT15M")
    @Transactional
    public void forgetOld() {
        store.forgetBefore(clock.instant().minus(plans.current().retention().absences()));
    }
}
