package io.firebreak.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What an operator wants to be woken by: people who could not be told. */
@Component
class NoticeMeters implements MeterBinder {

    private final NoticeStore notices;

    NoticeMeters(NoticeStore notices) {
        this.notices = notices;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("firebreak.notices.undelivered", notices::countUndelivered)
                .description("Messages to our own people of which no means has got through yet, though all were tried")
                .register(registry);
    }
}
