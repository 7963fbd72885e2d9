package io.firebreak.publishing;

/** How far a publication has come. */
public enum PublicationState {
    /** Waits for its turn. */
    PENDING,
    /** A node is calling the channel now. */
    SENDING,
    /** It is public; this never changes again. */
    SENT,
    /** It is surely not public, and is tried again later. */
    RETRY,
    /** It may be public or not; it is looked up before anything else happens. */
    UNKNOWN,
    /** It is surely not public, and trying again as it is would not help: a person decides. */
    FAILED,
    /** Only a person can tell, or only a person can publish it. */
    NEEDS_HUMAN;

    /** Whether Firebreak still works on it by itself. */
    public boolean isUnderWay() {
        return this == PENDING || this == SENDING || this == RETRY || this == UNKNOWN;
    }
}
