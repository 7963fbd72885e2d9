package io.firebreak.roster;

import java.time.Instant;

/**
 * An absence with how it came to be known.
 *
 * @param absence as it was entered; where it was ended early, up to then
 * @param reason in the words of who entered it; null: none was given
 * @param endedAt when it was ended early or taken back; null: it was not
 */
public record AbsenceEntry(Absence absence, String reason, String enteredBy, Instant enteredAt, Instant endedAt) {}
