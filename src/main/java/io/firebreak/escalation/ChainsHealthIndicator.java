package io.firebreak.escalation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether somebody answers. A broken chain is a warning: Firebreak itself works, and goes on asking. */
@Component("chainsHealthIndicator")
class ChainsHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "A chain of command is broken or stands still");

    /** A step that is later than this is not late but does not come: somebody has bent or stopped its process. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ChainStore store;
    private final Clock clock;

    ChainsHealthIndicator(ChainStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        show(health, "broken", store.broken());
        show(health, "standingStill", store.standingStillSince(clock.instant().minus(PATIENCE)));
        return health.build();
    }

    private static void show(Health.Builder health, String what, List<ChainRun> runs) {
        if (!runs.isEmpty()) {
            health.status(DEGRADED);
            health.withDetail(
                    what, runs.stream().map(ChainsHealthIndicator::described).toList());
        }
    }

    private static String described(ChainRun run) {
        return run.caseReference() == null ? run.taskName() : run.caseReference() + ": " + run.taskName();
    }
}
