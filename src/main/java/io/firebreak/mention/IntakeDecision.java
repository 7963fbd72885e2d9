package io.firebreak.mention;

import io.firebreak.rule.Refusal;
import java.time.Duration;
import java.util.List;

/** The decision table {@code Intake}, as it was deployed last. */
public interface IntakeDecision {

    /**
     * The table for one call: it stays the same until the call ends, even when another one is deployed meanwhile.
     *
     * @throws Refusal when there is none
     */
    Table latest();

    /** One version of the table. */
    interface Table {

        /**
         * Within how long a time mentions are counted together.
         *
         * @throws Refusal when the table does not say
         */
        Duration window(boolean weekend);

        /**
         * What the table says about each of several mentions, in their order.
         *
         * @throws Refusal when the table has no answer to one of them
         */
        List<IntakeVerdict> judge(List<IntakeFacts> mentions);
    }
}
