package io.firebreak.reply;

/** What the other side did with a reply. */
public enum Outcome {
    /** Answered and calm. */
    CALM,
    /** They wrote again; another reply follows. */
    ANSWERED_AGAIN,
    /** It became more than a comment. */
    CRISIS
}
