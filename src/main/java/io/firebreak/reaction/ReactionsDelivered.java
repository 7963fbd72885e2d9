package io.firebreak.reaction;

import io.firebreak.crisis.CaseReference;

/** A tool delivered a count: nobody has to count this time by hand. Published within the transaction that keeps it. */
public record ReactionsDelivered(CaseReference reference) {}
