package io.firebreak.notification;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether our people hear what they have to hear. When somebody does not, it is tried again, and somebody should look. */
@Component("notificationHealthIndicator")
class NotificationHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "Somebody could not be told something");

    private final NoticeStore notices;

    NotificationHealthIndicator(NoticeStore notices) {
        this.notices = notices;
    }

    @Override
    public Health health() {
        long undelivered = notices.countUndelivered();
        Health.Builder health = undelivered == 0 ? Health.up() : Health.status(DEGRADED);
        return health.withDetail("undelivered", undelivered).build();
    }
}
