package io.firebreak.engine.deploy;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether the processes run that the folder holds. A refused bundle is a warning: the one before it still runs. */
@Component("deployerHealthIndicator")
class DeployerHealthIndicator implements HealthIndicator {

    static final Status REFUSED = new Status("REFUSED", "The processes in the folder are not the ones that run");

    private final ProcessDeployer deployer;

    DeployerHealthIndicator(ProcessDeployer deployer) {
        this.deployer = deployer;
    }

    @Override
    public Health health() {
        return deployer.lastAttempt()
                .map(attempt -> {
                    Health.Builder health = attempt.refused() ? Health.status(REFUSED) : Health.up();
                    health.withDetail("source", attempt.source())
                            .withDetail("at", attempt.at().toString());
                    if (attempt.deploymentId() != null) {
                        health.withDetail("deployment", attempt.deploymentId());
                    }
                    if (attempt.refused()) {
                        health.withDetail("problems", attempt.problems());
                    }
                    return health.build();
                })
                .orElseGet(() -> Health.down().build());
    }
}
