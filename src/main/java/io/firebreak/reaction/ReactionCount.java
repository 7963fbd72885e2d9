package io.firebreak.reaction;

import io.firebreak.crisis.CaseReference;
import java.time.Instant;

/**
 * How much was said in a span of time.
 *
 * @param reference the case for which it was counted; another one than asked for when that was merged in
 * @param enteredAt when it was entered
 * @param mentions how many there were
 * @param negativeSharePercent how many of a hundred of them were against us
 * @param enteredBy the id of the person, or of the tool's user
 * @param correctionReason why the same span was counted again; null for the first count of it
 */
public record ReactionCount(
        CaseReference reference,
        Instant enteredAt,
        TimeSpan span,
        long mentions,
        int negativeSharePercent,
        String enteredBy,
        ReactionSource source,
        String correctionReason) {

    /** So that spans of different length compare. */
    double mentionsPerHour() {
        return mentions / span.hours();
    }
}
