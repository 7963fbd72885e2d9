package io.firebreak.publishing.channel;

import java.time.Duration;

/** What came of an attempt. Reasons are sentences for people; they hold no secret. */
public sealed interface Outcome {

    /** It is public. */
    record Sent(RemotePost post) implements Outcome {}

    /**
     * It is not public, surely, and may work later.
     *
     * @param retryAfter how long the server asked to wait; null when it said nothing
     */
    record NotSent(String reason, Duration retryAfter) implements Outcome {
        public NotSent(String reason) {
            this(reason, null);
        }
    }

    /** It is not public, surely, and the same attempt would fail again: a person has to do something. */
    record Rejected(String reason) implements Outcome {}

    /** It may be public or not. */
    record Unknown(String reason) implements Outcome {}
}
