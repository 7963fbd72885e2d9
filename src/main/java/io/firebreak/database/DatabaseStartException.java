package io.firebreak.database;

/** Firebreak can't start on this database; says why and what to do about it, in sentences for an operator. */
final class DatabaseStartException extends RuntimeException {

    private final String action;

    DatabaseStartException(String description, String action) {
        super(description);
        this.action = action;
    }

    DatabaseStartException(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
