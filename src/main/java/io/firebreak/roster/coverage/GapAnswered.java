package io.firebreak.roster.coverage;

import java.util.UUID;

/** Somebody said what was done about a gap. It is published in the transaction in which they did. */
public record GapAnswered(UUID gap) {}
