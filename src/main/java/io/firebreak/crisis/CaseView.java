package io.firebreak.crisis;

import java.time.Instant;

/** A case as the API shows it. */
record CaseView(
        String reference,
        String title,
        String description,
        String language,
        String sourceUrl,
        boolean drill,
        String reportedBy,
        Instant receivedAt,
        Phase phase,
        IncidentFacts facts,
        Severity severity,
        Instant coolDownEndsAt,
        Instant statementDueAt,
        Instant closedAt,
        String lessons) {

    static CaseView of(CrisisCase crisisCase) {
        return new CaseView(
                crisisCase.reference().toString(),
                crisisCase.report().title(),
                crisisCase.report().description(),
                crisisCase.report().language(),
                crisisCase.report().sourceUrl(),
                crisisCase.report().drill(),
                crisisCase.reportedBy(),
                crisisCase.receivedAt(),
                crisisCase.phase(),
                crisisCase.facts(),
                crisisCase.severity(),
                crisisCase.coolDownEndsAt(),
                crisisCase.statementDueAt(),
                crisisCase.closedAt(),
                crisisCase.lessons());
    }
}
