package io.firebreak.compensation;

/** The process that brings a proposed compensation to a second person, and then to whoever hands it over. */
public interface CompensationProcess {

    /** Begins it for a proposal that was just kept. */
    void begin(Compensation proposed);
}
