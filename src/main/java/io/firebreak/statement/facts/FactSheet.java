package io.firebreak.statement.facts;

import io.firebreak.wording.comparison.Fact;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a case and must read the same in every text.
 *
 * @param version counted from 1; 0 as long as nobody entered anything
 * @param facts in the order in which they were entered
 * @param enteredBy who entered this version; null in version 0, as is {@code enteredAt}
 */
public record FactSheet(int version, List<Fact> facts, String enteredBy, Instant enteredAt) {

    static final FactSheet EMPTY = new FactSheet(0, List.of(), null, null);

    public FactSheet {
        facts = List.copyOf(facts);
    }
}
