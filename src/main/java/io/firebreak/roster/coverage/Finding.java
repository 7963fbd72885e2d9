package io.firebreak.roster.coverage;

/**
 * What a chain is found to be like at a moment.
 *
 * @param reason why it is not green, in whole sentences; null when it is
 */
record Finding(Verdict verdict, String reason) {

    static final Finding GREEN = new Finding(Verdict.GREEN, null);
}
