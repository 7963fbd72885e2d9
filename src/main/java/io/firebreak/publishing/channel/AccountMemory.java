package io.firebreak.publishing.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What all nodes remember together about one account. */
public interface AccountMemory {

    /** What was kept last, such as a session; empty at first. Encrypted where it is kept. */
    Optional<String> secret();

    /**
     * Replaces what is kept. Only one node at a time is in here for an account: whoever waited finds that the secret is
     * no longer the one that it saw, and gets the new one without a renewal of its own.
     *
     * @param seen what the caller found not to work any more; null when there was nothing
     * @param renewal takes what is kept now (null when nothing is) and gives what is to be kept; may call the server.
     *     What it throws reaches the caller, and what was kept stays.
     * @return what is kept now
     */
    String renew(String seen, UnaryOperator<String> renewal);

    /** The server asked for a pause: no node calls this account for publishing before then. */
    void restUntil(Instant moment);
}
