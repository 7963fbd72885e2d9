package io.firebreak.roster.coverage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many gaps the last look ahead found. */
@Component
class ReachabilityMeters implements MeterBinder {

    private final GapStore store;

    ReachabilityMeters(GapStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, Verdict.THIN);
        gauge(registry, Verdict.RED);
    }

    private void gauge(MeterRegistry registry, Verdict verdict) {
        Gauge.builder("firebreak.reachability.gaps", () -> store.open().stream()
                        .filter(open -> open.gap().verdict() == verdict)
                        .count())
                .description("Gaps in chains of command that are not closed")
                .tag("verdict", verdict.name().toLowerCase(java.util.Locale.ROOT))
                .register(registry);
    }
}
