package io.firebreak.takedown;

/** Why a post may be taken down at all. That it was a mistake is no reason: a mistake is put right in public. */
public enum TakeDownReason {
    /** A court ordered it. */
    COURT_ORDER,
    /** An authority ordered it, such as one for data protection or for the safety of products. */
    AUTHORITY_ORDER,
    /** The network demands it by its rules. */
    NETWORK_ORDER,
    /** It shows personal data that must not be public. */
    PERSONAL_DATA,
    /** It shows what belongs to somebody else, who demands it. */
    COPYRIGHT,
    /** As long as it stands, somebody is in danger. */
    DANGER_TO_PERSON
}
