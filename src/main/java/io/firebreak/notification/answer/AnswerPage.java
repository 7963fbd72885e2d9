package io.firebreak.notification.answer;

import java.util.List;

/**
 * What the page shows, in a person's language.
 *
 * @param facts what it is about, in their order; foreign text among them
 * @param button what the one button says; null: there is nothing to press
 * @param action to which the button posts
 * @param tasklist where the list of tasks is, and what the link to it says
 */
public record AnswerPage(
        String language, String title, String text, List<Fact> facts, String button, String action, Link tasklist) {

    /** One line: what it is, and which. */
    public record Fact(String label, String value) {}

    /** A link that leads on. */
    public record Link(String label, String url) {}
}
