package io.firebreak.publishing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What an operator wants to be woken by: publications that wait, and those that wait for a person. */
@Component
class PublicationMeters implements MeterBinder {

    private final PublicationStore publications;

    PublicationMeters(PublicationStore publications) {
        this.publications = publications;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (PublicationState state : PublicationState.values()) {
            if (state != PublicationState.SENT) {
                Gauge.builder("firebreak.publications.waiting", () -> waitingIn(state))
                        .tag("state", state.name())
                        .description("Publications that are not public yet")
                        .register(registry);
            }
        }
    }

    private long waitingIn(PublicationState state) {
        return publications.unfinished().stream()
                .filter(count -> count.state() == state)
                .mapToLong(PublicationStore.Count::number)
                .sum();
    }
}
