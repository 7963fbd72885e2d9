package io.firebreak.roster;

import java.time.Instant;

/**
 * Why somebody can be reached.
 *
 * @param rotation in which they are on call; null where that is not why
 * @param away for whom they act, and whose ground it would be; null: it is their own
 * @param until exclusive, when this reason ends at the latest; another may follow. Null: no end is known
 */
record Ground(Kind kind, String rotation, String away, Instant until) {

    enum Kind {
        ON_CALL,
        AT_WORK,
        ALWAYS
    }

    /**
     * @param change when who is away changes next; null: never
     */
    static Ground onCall(String rotation, Instant end, Instant change) {
        return new Ground(Kind.ON_CALL, rotation, null, earlier(end, change));
    }

    /**
     * @param change when who is away changes next; null: never
     */
    static Ground atWork(Instant end, Instant change) {
        return new Ground(Kind.AT_WORK, null, null, earlier(end, change));
    }

    /**
     * @param change when who is away changes next; null: never
     */
    static Ground always(Instant change) {
        return new Ground(Kind.ALWAYS, null, null, change);
    }

    /** The same of somebody for whom another acts. */
    Ground insteadOf(String person) {
        return new Ground(kind, rotation, person, until);
    }

    /** Without the person who is reached, such as {@code on call in crisis-leads until 2026-10-26T08:00:00Z}. */
    String because() {
        boolean own = away == null;
        return switch (kind) {
            case ON_CALL ->
                own
                        ? "on call in %s until %s".formatted(rotation, until)
                        : "%s would be on call in %s until %s".formatted(away, rotation, until);
            case AT_WORK ->
                own ? "at work until %s".formatted(until) : "%s would be at work until %s".formatted(away, until);
            case ALWAYS -> until == null ? alwaysThere(own) : thereUntil(own);
        };
    }

    private String alwaysThere(boolean own) {
        return own ? "reachable at any hour" : "%s would be reachable at any hour".formatted(away);
    }

    private String thereUntil(boolean own) {
        return own
                ? "reachable at any hour until %s".formatted(until)
                : "%s would be reachable at any hour until %s".formatted(away, until);
    }

    private static Instant earlier(Instant end, Instant change) {
        return change != null && change.isBefore(end) ? change : end;
    }
}
