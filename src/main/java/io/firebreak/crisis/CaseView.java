package io.firebreak.crisis;

import java.time.Instant;

/** A case as the API shows it. */
record CaseView(
        String reference,
        String title,
        String description,
        String language,
        String sourceUrl,
        String brand,
        boolean drill,
        String reportedBy,
        Instant receivedAt,
        Phase phase,
        IncidentFacts facts,
        Severity severity,
        Instant coolDownEndsAt,
        Instant holdingStatementDueAt,
        Instant statementDueAt,
        Instant closedAt,
        CaseOutcome outcome,
        String mergedInto,
        String lessons) {

    static CaseView of(CrisisCase crisisCase) {
        return new CaseView(
                crisisCase.reference().toString(),
                crisisCase.report().title(),
                crisisCase.report().description(),
                crisisCase.report().language(),
                crisisCase.report().sourceUrl(),
                crisisCase.brand(),
                crisisCase.report().drill(),
                crisisCase.reportedBy(),
                crisisCase.receivedAt(),
                crisisCase.phase(),
                crisisCase.facts(),
                crisisCase.severity(),
                crisisCase.coolDownEndsAt(),
                crisisCase.timing() == null ? null : crisisCase.timing().holdingStatementDueAt(),
                crisisCase.statementDueAt(),
                crisisCase.closedAt(),
                crisisCase.outcome(),
                crisisCase.mergedInto() == null ? null : crisisCase.mergedInto().toString(),
                crisisCase.lessons());
    }
}
