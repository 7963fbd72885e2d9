package io.firebreak.crisis;

/** How a case ended. */
public enum CaseOutcome {
    /** The crisis is over and reviewed. */
    REVIEWED,
    /** It was one comment, and it is answered. */
    ANSWERED,
    /** It was the same incident as another case, which goes on. */
    MERGED,
    /** Nothing was the matter. */
    FALSE_ALARM
}
