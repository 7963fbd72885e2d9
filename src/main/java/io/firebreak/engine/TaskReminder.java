package io.firebreak.engine;

import java.time.Instant;
import java.util.Set;

/**
 * A task waits and somebody should look at it. Published within the transaction in which it is noticed.
 *
 * @param severity S1 to S4; null before it is decided
 * @param reason one sentence: why people are told; null: because the task still waits
 * @param assignee who holds the task; null when nobody does
 * @param groups whose members may take it
 * @param dueAt when it is due; null when it has no due date
 */
public record TaskReminder(
        String caseReference,
        String caseTitle,
        String severity,
        String taskId,
        String taskName,
        String reason,
        String assignee,
        Set<String> groups,
        Instant dueAt) {}
