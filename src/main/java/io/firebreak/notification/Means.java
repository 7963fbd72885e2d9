package io.firebreak.notification;

import java.time.Duration;

/**
 * One way to reach a person.
 *
 * @param kind what it is
 * @param address a mail address, or what a webhook calls the person there (a member's id, a telephone number); null where
 *     the kind needs none: the list of tasks, and mail to the address that the engine knows
 * @param webhook null unless the kind is {@link Kind#WEBHOOK}
 * @param after how long after the person is told it is used, if nothing has come of it by then; null: as soon as those
 *     before it have failed
 */
public record Means(Kind kind, String address, Webhook webhook, Duration after) {

    /** What it is. */
    public enum Kind {
        /** The list of tasks: it shows what waits, and wakes nobody. */
        TASKLIST,
        EMAIL,
        WEBHOOK
    }
}
