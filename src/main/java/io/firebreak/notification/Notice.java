package io.firebreak.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A message to one of our people. In which words and language it comes, notification knows: it is written for each
 * person.
 *
 * @param person the user id
 * @param kind what it is about
 * @param caseReference null where it is about no case
 * @param taskId of the task that it leads to; null: none
 * @param details what the words have gaps for: {@link #CASE_TITLE}, {@link #SEVERITY}, {@link #TASK_NAME}, {@link #DUE_AT}, {@link #BECAUSE};
 *     each may be missing, others are kept and not shown; foreign text among them is data
 * @param ask the question that its links answer; null where nothing is to be answered
 * @param expiresAt after which it is not sent any more and its links end; null: a day
 */
public record Notice(
        String person,
        Kind kind,
        String caseReference,
        String taskId,
        Map<String, String> details,
        UUID ask,
        Instant expiresAt) {

    /** What the case is about; foreign text. */
    public static final String CASE_TITLE = "caseTitle";

    /** How bad it is, S1 to S4. */
    public static final String SEVERITY = "severity";

    /** What is to be done. */
    public static final String TASK_NAME = "taskName";

    /** Until when it has to be done, in ISO 8601; shown in the person's own time zone. */
    public static final String DUE_AT = "dueAt";

    /** Why this person is told this, in a sentence. */
    public static final String BECAUSE = "because";

    /** What it is about. Each has its words in {@code notification/words*.properties}. */
    public enum Kind {
        /** A task is there that this person can take, or that was made for them. */
        CREATED,
        /** Nobody answered; this person is asked to take the task. */
        ASKED,
        /** A task still waits. */
        REMINDED,
        /** A task went from one person to another: by a hand-over, a delegation, an absence. */
        MOVED,
        /** A whole chain of command was asked, and nobody answered. */
        CHAIN_BROKEN,
        /** A task is there to repair gaps in chains of command. */
        GAP_FOUND,
        /** One person approved a text in place of everybody. */
        APPROVED_ALONE,
        /** Somebody wants to see whether this means works. */
        TEST
    }
}
