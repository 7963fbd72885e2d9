package io.firebreak.escalation;

import io.firebreak.roster.Matter;
import java.time.Instant;

/**
 * An open task as escalation sees it.
 *
 * @param key its id in the diagram
 * @param caseReference null where it belongs to no case
 * @param caseTitle what it is about, foreign text
 * @param severity S1 to S4; null before it is decided
 * @param holder the user id; null when nobody holds it
 * @param dueAt null when it has no due date
 * @param matter what somebody has to know for it
 */
public record EscalatedTask(
        String id,
        String key,
        String name,
        String caseReference,
        String caseTitle,
        String severity,
        String holder,
        Instant dueAt,
        Matter matter) {

    EscalatedTask heldBy(String newHolder) {
        return new EscalatedTask(id, key, name, caseReference, caseTitle, severity, newHolder, dueAt, matter);
    }
}
