package io.firebreak.access;

import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The body of a request is longer, or comes more slowly, than is taken. */
public class BodyLimitException extends IOException {

    private final HttpStatus status;

    private BodyLimitException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    static BodyLimitException tooLarge(long maximumBytes) {
        return new BodyLimitException(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "The request is too large; at most %,d bytes are taken.".formatted(maximumBytes));
    }

    static BodyLimitException tooSlow(Duration patience) {
        return new BodyLimitException(
                HttpStatus.REQUEST_TIMEOUT,
                "The request did not end within %d seconds.".formatted(patience.toSeconds()));
    }

    public HttpStatus status() {
        return status;
    }
}
