package io.firebreak.crisis;

/** The way of a case through its phases, which the process engine leads. Each call is part of the caller's transaction. */
public interface CaseProcess {

    /** Starts the process of a case that has just been opened. */
    void start(CrisisCase opened);

    /** Something became known: those who lead are asked what it changes. */
    void newFacts(CaseReference reference);

    /** What is said has to be said anew, wherever the case stands after it was contained. */
    void respondAgain(CaseReference reference);

    /** Every running process of the case knows it; some may have begun before it was decided. */
    void severityDecided(CaseReference reference, Severity severity);

    /** Deadlines are decided anew; one comment that became more goes on as a crisis. */
    void severityChanged(CaseReference reference, Severity before, Severity after);

    /** It was no crisis after all, and nothing of it is public: the case is answered as one comment, if that can be. */
    void oneCommentAfterAll(CaseReference reference);

    /** Somebody is answered in person beside everything else. */
    void replyWanted(CaseReference reference);

    /** Whether a reply of the case is being worked on. */
    boolean isAnswering(CaseReference reference);

    /** A second person is asked whether the cool-down ends early. */
    void earlyEndAsked(CaseReference reference);

    /** The case ends because another one goes on in its place. */
    void merged(CaseReference reference);

    /** The case ends because nothing was the matter. */
    void falseAlarm(CaseReference reference);

    /** Whether a holding statement is being written, or its promise waits to be kept. */
    boolean isHolding(CaseReference reference);

    /** The tasks that the old lead holds go to the new one. */
    void leadChanged(CaseReference reference, String before, String after);
}
