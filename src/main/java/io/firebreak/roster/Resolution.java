package io.firebreak.roster;

import java.time.Instant;
import java.util.List;

/**
 * Who is asked of a level at a moment, and who not and why.
 *
 * @param asked each once, in the order of the level
 * @param skipped everybody else whom the level names; an empty rotation or role among them by its own name
 */
public record Resolution(List<Asked> asked, List<Skipped> skipped) {

    /**
     * Somebody who is asked.
     *
     * @param person user id
     * @param insteadOf for whom they stand in; null: for nobody
     * @param because without the person, such as "on call in crisis-leads until 2026-10-26T08:00:00Z"
     * @param until when they can be reached no longer, by plan; null: no end is known
     */
    public record Asked(String person, String insteadOf, String because, Instant until) {}

    /**
     * Somebody who is not.
     *
     * @param who a user id, or the name of a rotation, role, area or level that comes to nobody
     * @param reason as it stands behind a colon
     */
    public record Skipped(String who, String reason) {}
}
