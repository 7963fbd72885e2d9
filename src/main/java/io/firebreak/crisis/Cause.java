package io.firebreak.crisis;

import java.time.Instant;

/**
 * How an incident began, as people found it out.
 *
 * @param beginning how and where it began
 * @param triggers what set it off and what feeds it; null when nobody knows
 * @param people who is behind it or carries it; null when nobody knows
 * @param badReputation whether the brand had a bad name in the matter before
 */
public record Cause(
        String beginning,
        String triggers,
        String people,
        Responsibility responsibility,
        Cluster cluster,
        Claim claim,
        boolean claimShownFalse,
        boolean badReputation,
        String foundBy,
        Instant foundAt) {

    /** How far the brand answers for it. */
    public enum Responsibility {
        UNKNOWN,
        NONE,
        LOW,
        STRONG
    }

    /** What kind of crisis people take it for (Coombs, situational crisis communication theory). */
    public enum Cluster {
        /** The brand suffers it too: a rumour, tampering, a disaster. */
        VICTIM,
        /** It happened without intent. */
        ACCIDENTAL,
        /** It could have been avoided. */
        PREVENTABLE
    }

    /** What is said against the brand. */
    public enum Claim {
        FACT,
        RUMOUR,
        /** Somebody says that what the brand does is wrong. */
        CHALLENGE
    }
}
