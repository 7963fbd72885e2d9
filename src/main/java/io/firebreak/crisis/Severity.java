package io.firebreak.crisis;

/** How grave a case is: S1 is the worst, S4 is routine. */
public enum Severity {
    S1,
    S2,
    S3,
    S4
}
