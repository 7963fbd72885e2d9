package io.firebreak.publishing;

import io.firebreak.database.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was tried with each publication, step by step; added to and never changed. */
@Repository
class AttemptStore {

    /** No node has to show that it lives for what is done within one transaction. */
    static final UUID WITHIN_TRANSACTION = new UUID(0, 0);

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A step of an attempt.
     *
     * @param node null where a person or no node did it
     */
    record Step(int attempt, Instant at, UUID node, String step, String reason) {}

    void note(UUID publicationId, Step step) {
        UUID node = WITHIN_TRANSACTION.equals(step.node()) ? null : step.node();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.publication_attempt (publication_id, attempt, at, node, step, reason)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(publicationId, step.attempt(), Timestamps.of(step.at()), node, step.step(), step.reason())
                .update();
    }

    List<Step> stepsOf(UUID publicationId) {
        return jdbc.sql("SELECT * FROM firebreak.publication_attempt WHERE publication_id = ? ORDER BY id")
                .param(publicationId)
                .query((row, number) -> new Step(
                        row.getInt("attempt"),
                        Timestamps.read(row, "at"),
                        row.getObject("node", UUID.class),
                        row.getString("step"),
                        row.getString("reason")))
                .list();
    }
}
