package io.firebreak.reply;

import java.time.Instant;

/**
 * What a comment needs, as somebody decided.
 *
 * @param area the area that is asked; null where none is
 * @param question what it is asked; null where none is
 * @param reason null where none was needed
 */
public record ReplyPlan(
        ReplyNeed need, String area, String question, String reason, String plannedBy, Instant plannedAt) {}
