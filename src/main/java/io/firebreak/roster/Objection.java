package io.firebreak.roster;

import java.time.Instant;

/**
 * Why somebody who is there is not asked.
 *
 * @param toPerson as it stands behind a colon and their name
 * @param toStandIn the same behind the name of whom they stand in for; a format for the end of the absence, the
 *     stand-in and the detail
 * @param detail null: there is none
 */
record Objection(String toPerson, String toStandIn, String detail) {

    static final Objection ASKED_BEFORE = new Objection(
            "asked before in this pass", "away until %s; %s, who stands in, was asked before in this pass", null);

    static final Objection OFF_DUTY = new Objection(
            "neither on call nor at work then",
            "away until %s; %s, who stands in, is neither on call nor at work then",
            null);

    /**
     * @param reason why they can't do it whatever the plan says, as it stands behind a colon
     */
    static Objection barred(String reason) {
        return new Objection(reason, "away until %s; %s, who stands in, can't do it: %s", reason);
    }

    static Objection language(String language) {
        return new Objection(
                "does not speak the language %s".formatted(language),
                "away until %s; %s, who stands in, does not speak the language %s",
                language);
    }

    String toStandIn(String standIn, Instant awayUntil) {
        return toStandIn.formatted(awayUntil, standIn, detail);
    }
}
