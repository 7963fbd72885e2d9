package io.firebreak.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody else is on call than the rotation says. Of several that cover a moment, the one that was entered last counts.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record DutyChange(UUID id, String rotation, String person, Instant from, Instant to) {

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
