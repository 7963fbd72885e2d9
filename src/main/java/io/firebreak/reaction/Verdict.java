package io.firebreak.reaction;

/** What the table {@code ReactionTrend} says. */
public enum Verdict {
    /** Nothing was counted since the last look. */
    MISSING,

    /** The storm grows again: the case needs another answer. */
    GROWS,

    /** It has been down for the calm period. */
    CALM,

    /** It goes down; watch on. */
    SETTLING,

    /** The numbers don't decide: a person does. */
    UNCLEAR
}
