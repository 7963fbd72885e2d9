package io.firebreak.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * A person is not there.
 *
 * @param from inclusive
 * @param to exclusive
 * @param standIn who acts for them; null: whom the plan names
 */
public record Absence(UUID id, String person, Instant from, Instant to, String standIn) {

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
