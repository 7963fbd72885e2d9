package io.firebreak.mention;

import io.firebreak.crisis.CaseReference;
import io.firebreak.rule.Refusal;

/**
 * Which mentions to list, newest first.
 *
 * @param caseReference only those of this case; null for any
 * @param unassigned only those of no case
 * @param brand only those of this brand; null for any
 * @param page counted from 0
 * @param size of a page, 1 to {@value #MAXIMUM_SIZE}
 */
record MentionSearch(CaseReference caseReference, boolean unassigned, String brand, int page, int size) {

    static final int MAXIMUM_SIZE = 200;

    MentionSearch {
        if (page < 0) {
            throw Refusal.invalid("page", "Pages are counted from 0.");
        }
        if (size < 1 || size > MAXIMUM_SIZE) {
            throw Refusal.invalid("size", "A page holds 1 to %d mentions.".formatted(MAXIMUM_SIZE));
        }
    }
}
