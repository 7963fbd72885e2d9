package io.firebreak.roster;

import java.util.Optional;
import java.util.UUID;

/** Ids as they are handed in. */
final class Ids {

    private Ids() {}

    /** Empty for what is no id, and so belongs to nothing. */
    static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
