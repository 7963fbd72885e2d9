package io.firebreak.publishing.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class RateLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final RateLimit rateLimit = new RateLimit(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldReadBothWritings() {
        assertThat(rateLimit.spentUntil(answer("X-RateLimit-", "0", "2026-11-21T12:05:00.123Z")))
                .contains(Instant.parse("2026-11-21T12:05:00.123Z"));
        assertThat(rateLimit.spentUntil(answer("RateLimit-", "0", Long.toString(NOW.getEpochSecond() + 90))))
                .contains(NOW.plusSeconds(90));
    }

    @Test
    void shouldNotRestWhileCallsAreLeft() {
        assertThat(rateLimit.spentUntil(answer("RateLimit-", "1", "2026-11-21T12:05:00Z")))
                .isEmpty();
    }

    @Test
    void shouldNotBelieveWhatNobodyMeans() {
        assertThat(rateLimit.spentUntil(answer("RateLimit-", "0", "2099-01-01T00:00:00Z")))
                .contains(NOW.plus(Duration.ofHours(6)));
        assertThat(rateLimit.spentUntil(answer("RateLimit-", "0", "2020-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(rateLimit.spentUntil(answer("RateLimit-", "0", "soon"))).isEmpty();
        assertThat(rateLimit.pause(new Answer(429, new HttpHeaders(), new byte[0])))
                .isNull();
    }

    private static Answer answer(String prefix, String remaining, String reset) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(prefix + "Remaining", remaining);
        headers.set(prefix + "Reset", reset);
        return new Answer(200, headers, new byte[0]);
    }
}
