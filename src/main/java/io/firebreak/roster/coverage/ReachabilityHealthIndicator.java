package io.firebreak.roster.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether somebody can be reached in the day to come, and whether that is looked after. */
@Component("reachabilityHealthIndicator")
class ReachabilityHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "Nobody can be reached soon, or nobody looks ahead");

    private static final Duration OLD = Duration.ofHours(36);
    private static final Duration SOON = Duration.ofHours(24);

    private final GapStore store;
    private final Clock clock;
    private final CoverageWords words = new CoverageWords();

    ReachabilityHealthIndicator(GapStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant now = clock.instant();
        Health.Builder health = Health.up();
        store.lastLook()
                .ifPresentOrElse(look -> show(health, look.at(), now), () -> health.withDetail("lastLook", "none yet"));
        List<String> nobody = store.open().stream()
                .map(GapStore.Open::gap)
                .filter(gap -> gap.verdict() == Verdict.RED && gap.from().isBefore(now.plus(SOON)))
                .map(words::sentence)
                .toList();
        if (!nobody.isEmpty()) {
            health.status(DEGRADED).withDetail("nobody", nobody);
        }
        return health.build();
    }

    private static void show(Health.Builder health, Instant at, Instant now) {
        health.withDetail("lastLook", at.toString());
        if (at.isBefore(now.minus(OLD))) {
            health.status(DEGRADED).withDetail("old", "The last look ahead is more than 36 hours old.");
        }
    }
}
