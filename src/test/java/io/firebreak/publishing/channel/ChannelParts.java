package io.firebreak.publishing.channel;

import io.firebreak.publishing.channel.http.Callers;
import io.firebreak.publishing.channel.http.ChannelHttp;
import io.firebreak.publishing.channel.http.RateLimit;
import io.firebreak.publishing.channel.http.Refusals;
import java.time.Clock;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Puts a kind of channel together as Spring does, with what channels share and without the rest of Firebreak. */
public final class ChannelParts {

    private ChannelParts() {}

    public static <K extends ChannelKind> K kind(Class<K> type) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Clock.class, Clock::systemUTC);
            context.register(
                    ChannelHttp.class, Refusals.class, RateLimit.class, Callers.class, ChannelWords.class, type);
            context.refresh();
            return context.getBean(type);
        }
    }
}
