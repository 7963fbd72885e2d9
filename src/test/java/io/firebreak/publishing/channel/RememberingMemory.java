package io.firebreak.publishing.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What nodes remember together, for tests in which all nodes are in one process. */
public class RememberingMemory implements AccountMemory {

    private final List<Instant> rests = new ArrayList<>();
    private String secret;

    @Override
    public synchronized Optional<String> secret() {
        return Optional.ofNullable(secret);
    }

    @Override
    public synchronized String renew(String seen, UnaryOperator<String> renewal) {
        if (Objects.equals(seen, secret)) {
            secret = renewal.apply(secret);
        }
        return secret;
    }

    @Override
    public synchronized void restUntil(Instant moment) {
        rests.add(moment);
    }

    /** Until when the account was told to rest, each time. */
    public synchronized List<Instant> rests() {
        return List.copyOf(rests);
    }
}
