package io.firebreak.crisis;

/** What the table {@code Severity} that is in force says, before anything is decided. */
public interface SeverityAdvice {

    Severity of(IncidentFacts facts);
}
