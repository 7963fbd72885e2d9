package io.firebreak.author;

/** What a person concludes from a suspicion. */
public enum Conclusion {
    COORDINATED,
    NOT_COORDINATED,
    /** Holds only with two pieces of evidence and the countersignature of management. */
    COMPETITOR
}
