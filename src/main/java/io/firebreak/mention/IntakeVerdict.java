package io.firebreak.mention;

import io.firebreak.crisis.Spread;

/**
 * What the table Intake says about a mention.
 *
 * @param open whether it opens a report
 * @param reason a sentence for whoever assesses the report
 * @param gathers which other waiting mentions go with it
 * @param influentialAuthor what the report knows already about its author
 * @param spread what the report knows already about the growth
 */
public record IntakeVerdict(boolean open, String reason, Gathers gathers, boolean influentialAuthor, Spread spread) {

    /** Which other waiting mentions go with the one that opens a report. */
    public enum Gathers {
        /** Those of its thread. */
        THREAD,
        /** Those of its thread, and all of the brand that were published within the window around it. */
        WINDOW
    }
}
