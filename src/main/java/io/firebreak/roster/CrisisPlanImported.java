package io.firebreak.roster;

/** Another version of the crisis plan is in force. It is published in the transaction in which it came into force. */
public record CrisisPlanImported(int version) {}
