package io.firebreak.engine.identity;

/** Firebreak has no administrator and must not start. */
class NoAdministratorException extends RuntimeException {

    NoAdministratorException(String message) {
        super(message);
    }
}
