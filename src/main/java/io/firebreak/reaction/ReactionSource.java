package io.firebreak.reaction;

/** How a count came. */
public enum ReactionSource {
    /** A person counted and filled in a form. */
    FORM,

    /** A tool delivered it. */
    API
}
