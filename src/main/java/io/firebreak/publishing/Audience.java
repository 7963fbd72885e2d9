package io.firebreak.publishing;

/** For whom a channel is, in the order in which they learn of a statement. */
public enum Audience {
    /** Our own staff and the call centre: they have the text before the first customer asks. */
    STAFF,
    PUBLIC,
    /** Those who carry it further; they get links to where it is public. */
    ALLIES
}
