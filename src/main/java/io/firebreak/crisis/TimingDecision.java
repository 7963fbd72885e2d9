package io.firebreak.crisis;

import java.time.Duration;
import java.time.Instant;

/**
 * What the table {@code Timing} says of a case.
 *
 * @param coolDown from the arrival of the report
 * @param holdingStatementDue from the arrival of the report; null where the case needs none
 * @param statementDue from the arrival of the report
 * @param watchInterval how often reactions are counted
 * @param calmPeriod how long the storm must stay down
 * @param calmSharePercent below which share of its own peak it counts as down
 * @param freeze whether all else of the brand is held back
 */
public record TimingDecision(
        Duration coolDown,
        Duration holdingStatementDue,
        Duration statementDue,
        Duration watchInterval,
        Duration calmPeriod,
        int calmSharePercent,
        boolean freeze) {

    /** The times of a case whose report arrived then. */
    CaseTiming from(Instant receivedAt) {
        return new CaseTiming(
                receivedAt.plus(coolDown),
                holdingStatementDue == null ? null : receivedAt.plus(holdingStatementDue),
                receivedAt.plus(statementDue),
                watchInterval,
                calmPeriod,
                calmSharePercent);
    }
}
