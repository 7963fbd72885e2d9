package io.firebreak.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * A change of duty with how it came to be known.
 *
 * @param act what was entered in one act has the same; two changes of one act are a swap
 * @param endedAt when it was taken back; null: it was not
 */
public record DutyChangeEntry(
        DutyChange change, UUID act, String reason, String enteredBy, Instant enteredAt, Instant endedAt) {}
