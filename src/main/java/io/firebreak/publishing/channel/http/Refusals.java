package io.firebreak.publishing.channel.http;

import io.firebreak.publishing.channel.Outcome;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What an answer that is no success means for a request that would have made something public. */
@Component
public class Refusals {

    /** However long a server asks for: we ask again after this time. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param said what the server said in its own words, or null; a line for a person
     */
    public Outcome outcome(Answer answer, String said) {
        int status = answer.status();
        String reason =
                "The server answered %d%s".formatted(status, said == null || said.isBlank() ? "." : ": " + said);
        if (status == 429 || status == 503 && answer.headers().containsKey(HttpHeaders.RETRY_AFTER)) {
            return new Outcome.NotSent(reason, retryAfter(answer.headers()));
        }
        if (status >= 300 && status < 400) {
            return new Outcome.Rejected(
                    "The server sent us on to another address, which is never followed; please correct the account's url.");
        }
        if (status >= 400 && status < 500 && status != 408) {
            return new Outcome.Rejected(reason);
        }
        return new Outcome.Unknown(reason);
    }

    /** In seconds or as a date (RFC 9110, 10.2.3); null when it is missing or unreadable. */
    public Duration retryAfter(HttpHeaders headers) {
        String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        Duration pause = value.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(value.strip()))
                : until(value.strip());
        if (pause == null || pause.isNegative()) {
            return null;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Duration until(String date) {
        try {
            Instant moment = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.instant(), moment);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
