package io.firebreak.rule;

import java.util.List;

/**
 * Something that was asked for and is not done. Nothing has changed when it is thrown, and its message is a sentence
 * for the person who asked: what is wrong and what to do.
 */
public class Refusal extends RuntimeException {

    /** Why it is refused, in the classes that a caller can tell apart. */
    public enum Kind {
        /** What was handed in is not acceptable. */
        INVALID,
        /** This person may not do it. */
        NOT_ALLOWED,
        /** What it concerns does not exist. */
        NOT_FOUND,
        /** It does not fit the state in which the matter is now. */
        CONFLICT
    }

    /**
     * What is wrong with one value that was handed in.
     *
     * @param field the name under which the value was handed in
     * @param message a sentence that says what is wrong and what would be right
     */
    public record Problem(String field, String message) {}

    private final Kind kind;
    private final List<Problem> problems;

    private Refusal(Kind kind, String message, List<Problem> problems) {
        super(message);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    /** A refusal of one value. */
    public static Refusal invalid(String field, String message) {
        return new Refusal(Kind.INVALID, message, List.of(new Problem(field, message)));
    }

    /** A refusal of several values at once, so that they can be mended in one go. */
    public static Refusal invalid(List<Problem> problems) {
        String message = String.join(
                " ", problems.stream().map(Problem::message).distinct().toList());
        return new Refusal(Kind.INVALID, message, problems);
    }

    public static Refusal notAllowed(String message) {
        return new Refusal(Kind.NOT_ALLOWED, message, List.of());
    }

    public static Refusal notFound(String message) {
        return new Refusal(Kind.NOT_FOUND, message, List.of());
    }

    public static Refusal conflict(String message) {
        return new Refusal(Kind.CONFLICT, message, List.of());
    }

    /** The refusal that made {@code failure} happen, or null when something else did. */
    public static Refusal behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong value by value; empty when the refusal does not concern single values. */
    public List<Problem> problems() {
        return problems;
    }
}
