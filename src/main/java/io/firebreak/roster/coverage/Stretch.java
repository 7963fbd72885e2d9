package io.firebreak.roster.coverage;

import java.time.Instant;

/**
 * A time for which one thing holds.
 *
 * @param from inclusive
 * @param to exclusive
 * @param reason why it is not green, in whole sentences; null when it is
 */
public record Stretch(Instant from, Instant to, Verdict verdict, String reason) {}
