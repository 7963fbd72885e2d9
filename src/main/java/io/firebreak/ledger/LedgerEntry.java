package io.firebreak.ledger;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the ledger.
 *
 * @param id grows with each entry
 * @param at when it was done
 * @see Act for the rest
 */
public record LedgerEntry(
        long id,
        Instant at,
        String caseReference,
        String actor,
        String type,
        String sentence,
        String reason,
        Map<String, Object> details) {}
