package io.firebreak.statement;

/** How a brand stands to what it is accused of (Coombs, situational crisis communication theory). */
public enum Posture {
    /** Take none yet: say what is known, what is being checked and when the next word comes. */
    HOLD,
    /** Admit it, apologise, make it good. */
    REBUILD,
    /** It is not true, and here is the proof. */
    DENY,
    /** Explain how it happened; never belittle it. */
    DIMINISH,
    /** Say what to do and what is being done. */
    INFORM;

    /** Whether both in one case would make the brand unbelievable: what was denied is not explained or regretted. */
    boolean contradicts(Posture other) {
        return this == DENY && other.admits() || other == DENY && admits();
    }

    private boolean admits() {
        return this == REBUILD || this == DIMINISH;
    }
}
