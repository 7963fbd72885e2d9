package io.firebreak.statement;

import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Approvals alone that nobody has reviewed. They are for people to see, and no fault of Firebreak's: it stays up. */
@Component("loneApprovalsHealthIndicator")
class LoneApprovalHealthIndicator implements HealthIndicator {

    private final LoneReviews reviews;

    LoneApprovalHealthIndicator(LoneReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Health health() {
        List<String> unreviewed =
                reviews.unreviewed().stream().map(Unreviewed::described).toList();
        Health.Builder health = Health.up();
        if (!unreviewed.isEmpty()) {
            health.withDetail("unreviewed", unreviewed);
        }
        return health.build();
    }
}
