package io.firebreak.statement;

/**
 * What the table {@code Approvers} looks at. Where something is not known it is the empty text.
 *
 * @param kind of the text
 * @param severity of the case, S1 to S4
 * @param category of the case
 * @param posture how the case stands to what is said
 * @param apologises whether the text apologises in public
 */
public record ApproverFacts(String kind, String severity, String category, String posture, boolean apologises) {}
