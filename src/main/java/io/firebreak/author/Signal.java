package io.firebreak.author;

/** Whether something that coordinated authors often show is seen. Not known counts as not seen. */
public enum Signal {
    YES,
    NO,
    UNKNOWN
}
