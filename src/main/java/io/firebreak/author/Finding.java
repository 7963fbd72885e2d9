package io.firebreak.author;

/** What the table {@code AuthorVerification} makes of the signals. */
public enum Finding {
    GENUINE,
    COORDINATED_SUSPICION,
    /** Treated as genuine. */
    UNCLEAR
}
