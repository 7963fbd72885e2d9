package io.firebreak.roster.plan;

import io.firebreak.roster.CrisisPlans;
import io.firebreak.yaml.Mistake;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether the plan in the file is the one in force. A refused one is a warning: what was in force before still is. */
@Component("crisisPlanHealthIndicator")
class CrisisPlanHealthIndicator implements HealthIndicator {

    static final Status REFUSED = new Status("REFUSED", "The crisis plan in the file is not the one in force");

    private static final int SHOWN = 5;

    private final PlanImport plans;
    private final CrisisPlans inForce;

    CrisisPlanHealthIndicator(PlanImport plans, CrisisPlans inForce) {
        this.plans = plans;
        this.inForce = inForce;
    }

    @Override
    public Health health() {
        return plans.lastAttempt().map(this::health).orElseGet(() -> Health.down()
                .build());
    }

    private Health health(ImportAttempt attempt) {
        int version = inForce.version();
        Health.Builder health = (attempt.refused() ? Health.status(REFUSED) : Health.up())
                .withDetail("inForce", version == 0 ? "made of the groups" : "version " + version)
                .withDetail("source", attempt.source())
                .withDetail("file", fileIs(attempt, version));
        if (attempt.refused()) {
            health.withDetail("mistakes", attempt.mistakes().size())
                    .withDetail(
                            "first",
                            attempt.mistakes().stream()
                                    .limit(SHOWN)
                                    .map(Mistake::sentence)
                                    .toList());
        }
        return health.build();
    }

    private static String fileIs(ImportAttempt attempt, int version) {
        if (!attempt.found()) {
            return "missing";
        }
        if (attempt.refused()) {
            return "refused";
        }
        return attempt.version() == version ? "in force" : "replaced by another node's";
    }
}
