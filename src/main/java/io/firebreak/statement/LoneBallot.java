package io.firebreak.statement;

import io.firebreak.statement.ConsultationGaps.GoingOn;

/**
 * What somebody hands in who approves a text alone.
 *
 * @param seen what the person has read
 * @param reason why nobody else could be waited for
 * @param goingOn what the person says about those who could not be found
 */
public record LoneBallot(Seen seen, String reason, GoingOn goingOn) {}
