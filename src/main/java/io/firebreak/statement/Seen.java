package io.firebreak.statement;

/**
 * What somebody has read who votes about a text.
 *
 * @param sha256 the fingerprint of the text; see {@link StatementVersion#sha256}
 * @param factSheet the version of the case's fact sheet; 0 where there was none, or where nothing is said about it
 */
public record Seen(String sha256, int factSheet) {

    /** The text alone, in a case without a fact sheet. */
    public static Seen of(String sha256) {
        return new Seen(sha256, 0);
    }
}
