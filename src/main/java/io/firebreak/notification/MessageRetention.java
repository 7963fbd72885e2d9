package io.firebreak.notification;

import java.time.Duration;

/** How long messages to our own people are kept. */
public interface MessageRetention {

    /** Counted from when the message was over: answered, expired or not needed any more. */
    Duration kept();
}
