package io.firebreak.crisis;

/** What the public may have seen of a case; the record of publications knows it. */
public interface PublicRecord {

    /**
     * Whether anything of the case, or of one that was merged into it, is public, is on its way, or may be public without
     * our knowing it: a statement, or a reply in a thread. What only our own staff have is not public.
     */
    boolean mayBePublic(CaseReference reference);

    /** Whether the case's own statement waits to go out, or went out already, also in a drill. */
    boolean isStatementOnItsWay(CaseReference reference);
}
