package io.firebreak.engine.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator what to set instead of showing a stack trace. */
class NoAdministratorFailureAnalyzer extends AbstractFailureAnalyzer<NoAdministratorException> {

    private static final String ACTION =
            """
            Set the first administrator in the environment and start again:
              FIREBREAK_ADMIN_ID        letters and digits only
              FIREBREAK_ADMIN_PASSWORD  at least 10 characters with upper and lower case, a digit and a special \
            character; the id must not be part of it
            To look around first, start the demo: mvn spring-boot:run""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoAdministratorException cause) {
        return new FailureAnalysis(cause.getMessage(), ACTION, cause);
    }
}
