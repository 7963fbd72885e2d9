package io.firebreak.statement;

import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of statements. */
@Repository
class StatementStore {

    private static final String STATEMENTS = "SELECT s.* FROM firebreak.statement s";

    private static final String OF_CASE = " WHERE s.case_reference = ?";
    private static final String OWN = OF_CASE + " AND s.kind = 'STATEMENT'";
    private static final String OF_STATEMENT = " WHERE s.id = ?";
    private static final String LOCKED = " FOR UPDATE OF s";

    private final JdbcClient jdbc;

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case's own statement, made when there is none; locked until the transaction ends. */
    Statement statementOf(String caseReference, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.statement (id, case_reference, created_at) VALUES (?, ?, ?)
                        ON CONFLICT (case_reference) WHERE kind = 'STATEMENT' DO NOTHING
                        """)
                .params(UUID.randomUUID(), caseReference, Timestamps.of(now))
                .update();
        return jdbc.sql(STATEMENTS + OWN + LOCKED)
                .param(caseReference)
                .query(StatementStore::statement)
                .single();
    }

    Statement addHolding(String caseReference, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.statement (id, case_reference, kind, created_at) VALUES (?, ?, 'HOLDING', ?)
                        """)
                .params(id, caseReference, Timestamps.of(now))
                .update();
        return lock(id).orElseThrow();
    }

    /** The translation of a statement into a language, made when there is none; locked until the transaction ends. */
    Statement translationOf(Statement original, String language, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.statement (id, case_reference, kind, language, translation_of, created_at)
                        VALUES (?, ?, 'TRANSLATION', ?, ?, ?)
                        ON CONFLICT (translation_of, language) WHERE kind = 'TRANSLATION' DO NOTHING
                        """)
                .params(UUID.randomUUID(), original.caseReference(), language, original.id(), Timestamps.of(now))
                .update();
        return jdbc.sql(STATEMENTS + " WHERE s.translation_of = ? AND s.language = ?" + LOCKED)
                .params(original.id(), language)
                .query(StatementStore::statement)
                .single();
    }

    Optional<Statement> find(UUID id) {
        return jdbc.sql(STATEMENTS + OF_STATEMENT)
                .param(id)
                .query(StatementStore::statement)
                .optional();
    }

    Optional<Statement> lock(UUID id) {
        return jdbc.sql(STATEMENTS + OF_STATEMENT + LOCKED)
                .param(id)
                .query(StatementStore::statement)
                .optional();
    }

    Optional<Statement> ownOf(String caseReference) {
        return jdbc.sql(STATEMENTS + OWN)
                .param(caseReference)
                .query(StatementStore::statement)
                .optional();
    }

    /** All of a case, in the order in which they were made. */
    List<Statement> of(String caseReference) {
        return jdbc.sql(STATEMENTS + OF_CASE + " ORDER BY s.position")
                .param(caseReference)
                .query(StatementStore::statement)
                .list();
    }

    void keepWord(UUID id, Instant at) {
        jdbc.sql("UPDATE firebreak.statement SET word_kept_at = ? WHERE id = ?")
                .params(Timestamps.of(at), id)
                .update();
    }

    void missWord(UUID id, Instant at) {
        jdbc.sql("UPDATE firebreak.statement SET word_missed_at = ? WHERE id = ?")
                .params(Timestamps.of(at), id)
                .update();
    }

    private static Statement statement(ResultSet row, int number) throws SQLException {
        return new Statement(
                row.getObject("id", UUID.class),
                row.getString("case_reference"),
                row.getLong("position"),
                StatementKind.valueOf(row.getString("kind")),
                row.getString("language"),
                row.getObject("translation_of", UUID.class),
                Timestamps.read(row, "created_at"),
                Timestamps.read(row, "word_kept_at"),
                Timestamps.read(row, "word_missed_at"));
    }
}
