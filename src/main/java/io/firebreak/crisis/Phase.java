package io.firebreak.crisis;

/** How far a case has come. */
public enum Phase {
    /** Reported; somebody finds out what it is. */
    ASSESS,
    /** The damage is kept from growing while the cause is looked for. */
    CONTAIN,
    /** A statement is written, approved and published. */
    RESPOND,
    /** Reactions are measured until it is calm. */
    WATCH,
    /** The crisis is reviewed. */
    LEARN,
    CLOSED
}
