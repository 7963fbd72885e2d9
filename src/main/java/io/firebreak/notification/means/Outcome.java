package io.firebreak.notification.means;

import java.time.Duration;

/** What became of an attempt. Reasons are sentences without addresses and secrets: they are shown and kept. */
public sealed interface Outcome {

    /** The other side has taken it. */
    record Sent() implements Outcome {}

    /**
     * It did not get through, and might the next time.
     *
     * @param retryAfter how long the other side asked to wait; null: it did not
     */
    record Failed(String reason, Duration retryAfter) implements Outcome {}

    /** It will never get through like this. */
    record Refused(String reason) implements Outcome {}
}
