package io.firebreak.crisis;

/** The way of a case through its phases, which the process engine leads. */
public interface CaseProcess {

    /** Starts the process of a case that has just been opened, in the same transaction. */
    void start(CrisisCase opened);
}
