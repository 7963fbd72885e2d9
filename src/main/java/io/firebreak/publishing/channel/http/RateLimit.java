package io.firebreak.publishing.channel.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Reads how many calls a server still takes: headers {@code X-RateLimit-Remaining} and {@code X-RateLimit-Reset}, or
 * the same without the X. When it starts anew stands there as a date or in seconds since 1970.
 */
@Component
public class RateLimit {

    /** Whatever a server says: we ask again after this time. */
    private final Clock clock;

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** When the server takes calls again, if this answer used up what it allows. */
    public Optional<Instant> spentUntil(Answer answer) {
        String remaining = header(answer.headers(), "Remaining");
        return "0".equals(remaining) ? reset(answer.headers()) : Optional.empty();
    }

    /** How long to wait after a refusal that says it by these headers alone; null when it does not. */
    public Duration pause(Answer answer) {
        return reset(answer.headers())
                .map(moment -> Duration.between(clock.instant(), moment))
                .orElse(null);
    }

    private Optional<Instant> reset(HttpHeaders headers) {
        String reset = header(headers, "Reset");
        if (reset == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant latest = now.plus(Refusals.LONGEST_PAUSE);
        return moment(reset.strip())
                .filter(moment -> moment.isAfter(now))
                .map(moment -> moment.isAfter(latest) ? latest : moment);
    }

    private static Optional<Instant> moment(String text) {
        if (text.matches("\\d{1,11}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String header(HttpHeaders headers, String name) {
        String value = headers.getFirst("X-RateLimit-" + name);
        return value == null ? headers.getFirst("RateLimit-" + name) : value;
    }
}
