package io.firebreak.escalation;

import java.time.Instant;
import java.util.UUID;

/**
 * A person who was asked to take a task, or who took it without being asked.
 *
 * @param insteadOf for whom they stand in; null: for nobody
 * @param because why it was they, in one sentence
 * @param until when they can be reached no longer by plan; null: no end is known
 * @param answer null as long as it is open
 * @param answeredBy who made the answer: the person, or whoever took the task instead; null while it is open
 */
record Ask(
        UUID id,
        UUID runId,
        int pass,
        int level,
        String person,
        String insteadOf,
        String because,
        Instant askedAt,
        Instant until,
        Answer answer,
        String answeredBy,
        Instant answeredAt) {

    enum Answer {
        ACKNOWLEDGED,
        DECLINED,
        /** They named somebody else. */
        DELEGATED,
        /** Somebody else took the task. */
        TAKEN_BY_ANOTHER,
        /** The task is gone. */
        OVER
    }

    /** By which way somebody answered. */
    enum How {
        LINK,
        TASKLIST,
        API
    }

    boolean isOpen() {
        return answer == null;
    }
}
