package io.firebreak.publishing;

import io.firebreak.publishing.ChannelChecks.Check;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether each channel would work now. One that is away is a warning: Firebreak itself works, and tries again. */
@Component("channelsHealthIndicator")
class ChannelsHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "A channel would not work now");

    private final Accounts accounts;
    private final ChannelChecks checks;

    ChannelsHealthIndicator(Accounts accounts, ChannelChecks checks) {
        this.accounts = accounts;
        this.checks = checks;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (ChannelAccount account : accounts.all()) {
            Optional<Check> last = checks.lastOf(account);
            if (last.isPresent() && !last.get().works()) {
                health.status(DEGRADED);
            }
            health.withDetail(
                    account.name(),
                    last.map(check -> check.works() ? "works" : check.problem()).orElse("not asked yet"));
        }
        return health.build();
    }
}
