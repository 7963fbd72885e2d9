package io.firebreak.notification;

import java.time.Instant;
import java.util.UUID;

/** The questions that the links in messages answer. Who may answer is in the link's signature. */
public interface Acknowledgements {

    /**
     * A question as its page shows it.
     *
     * @param person who was asked, by user id
     * @param caseReference null where it is about no case
     * @param caseTitle foreign text
     * @param dueAt until when the task has to be done; null: no date
     * @param answer null as long as it is open
     * @param answeredBy who took the task, when it was somebody else; null otherwise
     */
    record Question(
            UUID id,
            String person,
            String caseReference,
            String caseTitle,
            String taskId,
            String taskName,
            Instant dueAt,
            Answer answer,
            String answeredBy) {}

    /** What became of a question. */
    enum Answer {
        ACKNOWLEDGED,
        DECLINED,
        /** Somebody else took the task, or it is done. */
        TAKEN_BY_ANOTHER,
        /** The task is done, or there is none any more. */
        OVER
    }

    /**
     * @return null when there is no such question
     */
    Question find(UUID id);

    /** The person takes the task; done again by the same person, it changes nothing. Two at once: one wins. */
    Question acknowledge(UUID id);

    /** The person can't; somebody else is asked. */
    Question decline(UUID id);
}
