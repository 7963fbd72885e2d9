package io.firebreak.crisis;

/** What the public may have seen of a case; the record of publications knows it. */
public interface PublicRecord {

    /** Whether anything of the case is public, is on its way, or may be public without our knowing it. */
    boolean mayBePublic(CaseReference reference);
}
