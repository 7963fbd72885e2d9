package io.firebreak.escalation;

import io.firebreak.database.Timestamps;
import io.firebreak.escalation.Ask.Answer;
import io.firebreak.escalation.Ask.How;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of those who were asked. */
@Repository
class AskStore {

    private final JdbcClient jdbc;

    AskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Ask ask) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.chain_ask
                          (id, run_id, pass, level, person, instead_of, because, asked_at, until)
                        VALUES (:id, :runId, :pass, :level, :person, :insteadOf, :because, :askedAt, :until)
                        """)
                .param("id", ask.id())
                .param("runId", ask.runId())
                .param("pass", ask.pass())
                .param("level", ask.level())
                .param("person", ask.person())
                .param("insteadOf", ask.insteadOf(), Types.VARCHAR)
                .param("because", ask.because())
                .param("askedAt", Timestamps.of(ask.askedAt()))
                .param("until", ask.until() == null ? null : Timestamps.of(ask.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /**
     * @param by who made the answer
     * @param how null where nobody chose a way: the task is gone, or somebody else took it
     */
    void answer(UUID id, Answer answer, String by, Instant at, How how) {
        jdbc.sql(
                        """
                        UPDATE firebreak.chain_ask SET answer = :answer, answered_by = :by, answered_at = :at, how = :how
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("answer", answer.name())
                .param("by", by, Types.VARCHAR)
                .param("at", Timestamps.of(at))
                .param("how", how == null ? null : how.name(), Types.VARCHAR)
                .update();
    }

    Optional<Ask> find(UUID id) {
        return jdbc.sql("SELECT * FROM firebreak.chain_ask WHERE id = ?")
                .param(id)
                .query(AskStore::ask)
                .optional();
    }

    /** All of a chain, in the order in which they were asked. */
    List<Ask> of(UUID runId) {
        return jdbc.sql("SELECT * FROM firebreak.chain_ask WHERE run_id = ? ORDER BY number")
                .param(runId)
                .query(AskStore::ask)
                .list();
    }

    private static Ask ask(ResultSet row, int number) throws SQLException {
        String answer = row.getString("answer");
        return new Ask(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                row.getInt("pass"),
                row.getInt("level"),
                row.getString("person"),
                row.getString("instead_of"),
                row.getString("because"),
                Timestamps.read(row, "asked_at"),
                Timestamps.read(row, "until"),
                answer == null ? null : Answer.valueOf(answer),
                row.getString("answered_by"),
                Timestamps.read(row, "answered_at"));
    }
}
