package io.firebreak.crisis;

import io.firebreak.rule.Refusal;

/**
 * Which cases to list.
 *
 * @param phase only cases in this phase; null for any
 * @param severity only cases of this severity; null for any
 * @param openOnly leaves closed cases out
 * @param page counted from 0
 * @param size of a page, 1 to {@value #MAXIMUM_SIZE}
 */
public record CaseSearch(Phase phase, Severity severity, boolean openOnly, int page, int size) {

    public static final int MAXIMUM_SIZE = 200;

    public CaseSearch {
        if (page < 0) {
            throw Refusal.invalid("page", "Pages are counted from 0.");
        }
        if (size < 1 || size > MAXIMUM_SIZE) {
            throw Refusal.invalid("size", "A page holds 1 to %d cases.".formatted(MAXIMUM_SIZE));
        }
    }
}
