package io.firebreak.publishing.channel.http;

import io.firebreak.publishing.channel.AccountMemory;
import org.springframework.stereotype.Component;

/** Gives each account its {@link Caller}. */
@Component
public class Callers {

    private final ChannelHttp http;
    private final Refusals refusals;
    private final RateLimit rateLimit;

    Callers(ChannelHttp http, Refusals refusals, RateLimit rateLimit) {
        this.http = http;
        this.refusals = refusals;
        this.rateLimit = rateLimit;
    }

    public Caller of(AccountMemory memory) {
        return new Caller(http, refusals, rateLimit, memory);
    }
}
