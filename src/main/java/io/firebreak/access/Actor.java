package io.firebreak.access;

/**
 * Who does something: a person by the id with which they sign in, or Firebreak itself when time passes.
 *
 * @param id the user id
 */
public record Actor(String id) {

    /** Firebreak, where no person acts: a timer, a decision table, a start. */
    public static final Actor FIREBREAK = new Actor("firebreak");
}
