package io.firebreak.statement;

import java.util.List;

/** Knows who has to agree to a text. */
public interface Approvers {

    /**
     * By the newest table.
     *
     * @return never empty
     */
    List<Required> of(ApproverFacts facts);
}
