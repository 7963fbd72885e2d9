package io.firebreak.crisis;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of a case, as the table {@code Timing} gave them: fixed points in time count from the arrival of the
 * report.
 *
 * @param coolDownEndsAt nothing is published before
 * @param holdingStatementDueAt when the first short word is due; null where the case needs none
 * @param statementDueAt when the statement is due
 * @param watchInterval how often reactions are counted
 * @param calmPeriod how long the storm must stay down before the case is reviewed
 * @param calmSharePercent below which share of the case's own peak it counts as down
 */
public record CaseTiming(
        Instant coolDownEndsAt,
        Instant holdingStatementDueAt,
        Instant statementDueAt,
        Duration watchInterval,
        Duration calmPeriod,
        int calmSharePercent) {}
