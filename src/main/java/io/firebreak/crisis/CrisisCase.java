package io.firebreak.crisis;

import java.time.Instant;

/**
 * A case as it stands now.
 *
 * @param facts null until the incident is assessed
 * @param severity null until it is decided
 * @param coolDownEndsAt before this moment nothing is published; null until it is decided
 * @param statementDueAt when the statement should be out; null until it is decided
 * @param lessons what the review found; null until the case is closed
 */
public record CrisisCase(
        CaseReference reference,
        IncidentReport report,
        String reportedBy,
        Instant receivedAt,
        Phase phase,
        IncidentFacts facts,
        Severity severity,
        Instant coolDownEndsAt,
        Instant statementDueAt,
        Instant closedAt,
        String lessons) {

    public boolean isOpen() {
        return phase != Phase.CLOSED;
    }
}
