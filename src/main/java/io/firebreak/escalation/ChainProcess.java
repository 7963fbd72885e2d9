package io.firebreak.escalation;

/** The diagram {@code ChainOfCommand}, which waits while a chain does. */
public interface ChainProcess {

    /** Enough have acknowledged: it rests, and its next step is when {@link ChainRun#nextStepAt} says. */
    void rest(String processInstanceId);

    /** It does not wait any longer, but asks on. */
    void askOn(String processInstanceId);

    /** The task is gone, and so is the chain. */
    void end(String processInstanceId);

    /** Shows in Cockpit that nobody answers, until {@link #showAnswered}. */
    void showBroken(String processInstanceId, String sentence);

    void showAnswered(String processInstanceId);
}
