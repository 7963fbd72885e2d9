package io.firebreak.crisis;

import java.time.Instant;

/**
 * A case as it stands now.
 *
 * @param facts null until the incident is assessed
 * @param severity null until it is decided
 * @param timing null until it is decided
 * @param outcome how it ended; null while it is open
 * @param mergedInto the case that goes on in its place; null unless it was merged
 * @param lessons what the review of a case found before lessons were kept one by one; null since
 */
public record CrisisCase(
        CaseReference reference,
        IncidentReport report,
        String reportedBy,
        Instant receivedAt,
        Phase phase,
        IncidentFacts facts,
        Severity severity,
        CaseTiming timing,
        Instant closedAt,
        CaseOutcome outcome,
        CaseReference mergedInto,
        String lessons) {

    public boolean isOpen() {
        return phase != Phase.CLOSED;
    }

    /** The brand that it is about. */
    public String brand() {
        return report.brand();
    }

    /** Before this moment nothing is published; null until it is decided. */
    public Instant coolDownEndsAt() {
        return timing == null ? null : timing.coolDownEndsAt();
    }

    /** When the statement should be out; null until it is decided. */
    public Instant statementDueAt() {
        return timing == null ? null : timing.statementDueAt();
    }
}
