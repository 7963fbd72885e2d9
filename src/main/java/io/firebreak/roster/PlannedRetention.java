package io.firebreak.roster;

import io.firebreak.notification.MessageRetention;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** As long as the crisis plan says. */
@Component
class PlannedRetention implements MessageRetention {

    private final CrisisPlans plans;

    PlannedRetention(CrisisPlans plans) {
        this.plans = plans;
    }

    @Override
    public Duration kept() {
        return plans.current().retention().notices();
    }
}
