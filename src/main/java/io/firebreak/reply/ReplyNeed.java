package io.firebreak.reply;

/** What a comment needs next. */
public enum ReplyNeed {
    /** It can be answered with what is known. */
    ANSWER,
    /** An area of the house has to say something first. */
    ASK_AREA,
    /** It is more than a comment. */
    CRISIS
}
