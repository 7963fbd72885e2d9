package io.firebreak.crisis;

/** How often statements apologised in public; the record of publications knows it. */
public interface PublicApologies {

    /** In the case and in those that were merged into it; one statement is one, whatever its channels and languages. */
    int inStatements(CaseReference reference);
}
