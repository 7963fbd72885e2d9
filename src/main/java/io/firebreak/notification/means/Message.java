package io.firebreak.notification.means;

import java.time.Instant;

/**
 * What a person is told, in their language. All texts may hold foreign text: each means writes them as the other side
 * needs it, so that nothing in them is taken for more than text.
 *
 * @param id of this message on this means; the same on each attempt
 * @param kind what it is about, as a word
 * @param subject on one line
 * @param body plain text, without the links
 * @param matter what it is about; values are null where there is none
 * @param person whom it is for
 * @param links what can be done about it
 * @param sentAt the moment of this attempt
 */
public record Message(
        String id,
        String kind,
        String subject,
        String body,
        Matter matter,
        Person person,
        Links links,
        Instant sentAt) {

    /** What it is about. */
    public record Matter(String caseReference, String caseTitle, String taskId, String taskName, Instant dueAt) {}

    /** Whom it is for. */
    public record Person(String userId, String name) {}

    /**
     * What can be done about it.
     *
     * @param take null where nothing is asked
     * @param decline null where nothing is asked
     * @param task null where it leads to no task
     * @param hint what has to be said about the answering ones; null where there are none
     */
    public record Links(Link take, Link decline, Link task, String hint) {}

    /**
     * One of them.
     *
     * @param label in the person's language
     */
    public record Link(String label, String url) {}

    /** Body and links as plain text of any length. */
    public String plainText() {
        StringBuilder text = new StringBuilder(body);
        add(text, links.take());
        add(text, links.decline());
        add(text, links.task());
        if (links.hint() != null) {
            text.append("\n\n").append(links.hint());
        }
        return text.append('\n').toString();
    }

    private static void add(StringBuilder text, Link link) {
        if (link != null) {
            text.append("\n\n").append(link.label()).append(":\n").append(link.url());
        }
    }

    /** Without the links: whoever has them can answer. */
    @Override
    public String toString() {
        return kind + " message " + id;
    }
}
