package io.firebreak.statement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many approvals alone nobody has reviewed. */
@Component
class LoneApprovalMeters implements MeterBinder {

    private final LoneReviews reviews;

    LoneApprovalMeters(LoneReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("firebreak.approvals.alone.unreviewed", () -> reviews.unreviewed()
                        .size())
                .description("Texts that one person approved alone, at which nobody has looked since")
                .register(registry);
    }
}
