package io.firebreak.mention;

/** What put a mention to its case. */
enum JoinedBy {
    /** It belongs to a thread of the case, or to the post to which the case's report links. */
    THREAD,
    /** It holds a search term of the case. */
    SEARCH_TERM,
    /** The decision table Intake: it opened the report, or belongs to what did. */
    INTAKE,
    /** Somebody moved it there. */
    PERSON
}
