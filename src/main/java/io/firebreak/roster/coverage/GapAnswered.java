package io.firebreak.roster.coverage;

import java.util.UUID;

/**
 * Somebody said what was done about all gaps for which a task asks. It is published in the transaction in which they did.
 */
public record GapAnswered(UUID askedAs) {}
