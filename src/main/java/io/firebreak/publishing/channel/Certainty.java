package io.firebreak.publishing.channel;

/** How a channel keeps a publication from happening twice, from the surest to the least sure. */
public enum Certainty {
    /** It is in our own database: both happen or neither. */
    TRANSACTION,
    /** The server takes the same key for the same publication. */
    KEY,
    /** It is prepared unseen first, and what makes it public can be repeated. */
    TWO_PHASES,
    /** What is public can be looked up. */
    PROBE,
    /** Nobody but a person can tell. */
    PERSON;

    /** Whether doubt can be settled without a person. */
    public boolean canLookUp() {
        return this != PERSON;
    }
}
