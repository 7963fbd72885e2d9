package io.firebreak.statement;

/**
 * That a role has to agree to a text, as the table {@code Approvers} says.
 *
 * @param step steps are asked one after the other, from 1; the roles of one step at the same time
 * @param role a group id
 */
public record Required(int step, String role, Needs needs) {

    /** What a step needs of its roles. */
    public enum Needs {
        /** One of those of the step that say so, unless others of it are needed anyway. */
        ANY,
        /** This one, whoever else agrees. */
        ALL
    }
}
