package io.firebreak.roster.coverage;

import java.time.Instant;
import java.util.UUID;

/**
 * What is wrong with a chain of command in the days to come. All times with the same reason are one gap.
 *
 * @param severities as a person says it
 * @param reason in whole sentences
 * @param from of the first time
 * @param to of the first time, exclusive
 * @param more how many further times there are
 */
public record Gap(
        UUID id,
        String chain,
        String role,
        String severities,
        Verdict verdict,
        String reason,
        Instant from,
        Instant to,
        int more) {

    /** Whether it is the same thing that is wrong; when may differ. */
    boolean isSameAs(Gap other) {
        return chain.equals(other.chain)
                && role.equals(other.role)
                && severities.equals(other.severities)
                && verdict == other.verdict
                && reason.equals(other.reason);
    }
}
