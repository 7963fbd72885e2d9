package io.firebreak.statement;

/**
 * What the decision table advises to say.
 *
 * @param apology whether to apologise
 * @param admit whether to admit it
 * @param mustContain what the text must contain, for its writer
 * @param rule the number of the rule in the table of the field, for those who look it up
 * @param source the study or house rule behind it
 */
public record PostureAdvice(
        Posture posture, Apology apology, Admission admit, String mustContain, int rule, String source) {

    /** Whether to apologise. */
    public enum Apology {
        NO,
        /** In half a sentence. */
        SHORT,
        YES
    }

    /** Whether to admit it. */
    public enum Admission {
        NO,
        PARTLY,
        YES
    }
}
