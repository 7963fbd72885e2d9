package io.firebreak.engine.guard;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets people who complete tasks of the same process at the same moment do it one after the other. Without it the engine
 * lets the first through and the second has to do it again, although both were asked.
 */
@Component
class Turns {

    private final JdbcClient jdbc;

    Turns(@Lazy JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever has the turn, and has it until the transaction ends. */
    void take(String processInstanceId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("tasks of " + processInstanceId)
                .query((row, number) -> 1)
                .list();
    }
}
