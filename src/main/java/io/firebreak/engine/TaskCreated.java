package io.firebreak.engine;

import io.firebreak.access.Actor;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A task is there to be done. Published within the transaction in which it is so.
 *
 * @param caseReference null where it belongs to no case
 * @param caseTitle what the case is about, foreign text; null where it belongs to none
 * @param severity S1 to S4; null before it is decided
 * @param holder the user id of whoever it was made for; null where it is there to be taken
 * @param groups whose members may take it
 * @param people who may take it by name
 * @param dueAt when it is due
 * @param gap what the gaps in chains of command share that it asks to repair; null where it asks for none
 * @param by who did what it comes from
 */
public record TaskCreated(
        String taskId,
        String taskName,
        String caseReference,
        String caseTitle,
        String severity,
        String holder,
        Set<String> groups,
        Set<String> people,
        Instant dueAt,
        UUID gap,
        Actor by) {}
