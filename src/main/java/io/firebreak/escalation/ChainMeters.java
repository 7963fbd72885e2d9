package io.firebreak.escalation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What an operator wants to be woken by: chains of command in which nobody answers. */
@Component
class ChainMeters implements MeterBinder {

    private final ChainStore store;

    ChainMeters(ChainStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("firebreak.chains.broken", () -> store.broken().size())
                .description("Chains of command in which nobody answers")
                .register(registry);
    }
}
