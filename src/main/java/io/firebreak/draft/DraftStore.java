package io.firebreak.draft;

import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of drafts. */
@Repository
class DraftStore {

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends, nobody else keeps or forgets drafts of the task. */
    void lockTask(String taskId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('firebreak.task_draft:' || ?, 0))")
                .param(taskId)
                .query((row, number) -> 1)
                .list();
    }

    /** Each person's own, the newest first. */
    List<Draft> ofTask(String taskId) {
        return jdbc.sql("SELECT * FROM firebreak.task_draft WHERE task_id = ? ORDER BY version DESC")
                .param(taskId)
                .query(DraftStore::draft)
                .list();
    }

    Optional<Draft> ofStart(String process, String person) {
        return jdbc.sql("SELECT * FROM firebreak.start_draft WHERE process = ? AND person = ?")
                .param(process)
                .param(person)
                .query(DraftStore::draft)
                .optional();
    }

    /**
     * @param begunFrom the version that has to be the newest one of the task, 0 when there must be none; the task is locked
     * @return empty when it is not
     */
    Optional<Draft> keepForTask(String taskId, long begunFrom, Draft next) {
        return Optional.of(next)
                .filter(draft -> newestOf(taskId) == begunFrom)
                .filter(draft -> jdbc.sql(
                                        """
                                        INSERT INTO firebreak.task_draft (task_id, person, version, typed, saved_at)
                                        VALUES (:taskId, :person, :version, :typed, :savedAt)
                                        ON CONFLICT (task_id, person) DO UPDATE
                                        SET version = :version, typed = :typed, saved_at = :savedAt
                                        """)
                                .param("taskId", taskId)
                                .param("person", draft.person())
                                .param("version", draft.version())
                                .param("typed", draft.typed())
                                .param("savedAt", Timestamps.of(draft.savedAt()))
                                .update()
                        == 1);
    }

    private long newestOf(String taskId) {
        return jdbc.sql("SELECT coalesce(max(version), 0) FROM firebreak.task_draft WHERE task_id = ?")
                .param(taskId)
                .query(Long.class)
                .single();
    }

    /**
     * @param begunFrom the version that has to be the person's newest one, 0 when there must be none
     * @return empty when it is not
     */
    Optional<Draft> keepForStart(String process, long begunFrom, Draft next) {
        String keep = begunFrom == 0
                ? """
                  INSERT INTO firebreak.start_draft (process, person, version, typed, saved_at)
                  VALUES (:process, :person, :version, :typed, :savedAt)
                  ON CONFLICT DO NOTHING
                  """
                : """
                  UPDATE firebreak.start_draft SET version = :version, typed = :typed, saved_at = :savedAt
                  WHERE process = :process AND person = :person AND version = :begunFrom
                  """;
        int rows = jdbc.sql(keep)
                .param("process", process)
                .param("person", next.person())
                .param("version", next.version())
                .param("typed", next.typed())
                .param("savedAt", Timestamps.of(next.savedAt()))
                .param("begunFrom", begunFrom)
                .update();
        return rows == 1 ? Optional.of(next) : Optional.empty();
    }

    /** Whose draft holds anything. */
    Set<String> draftersOf(String taskId) {
        return Set.copyOf(jdbc.sql("SELECT person FROM firebreak.task_draft WHERE task_id = ? AND typed <> '{}'")
                .param(taskId)
                .query(String.class)
                .list());
    }

    /** For which tasks anybody typed. */
    Set<String> draftedTasks() {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT task_id FROM firebreak.task_draft")
                .query(String.class)
                .list());
    }

    void forgetTask(String taskId) {
        lockTask(taskId);
        jdbc.sql("DELETE FROM firebreak.task_draft WHERE task_id = ?")
                .param(taskId)
                .update();
    }

    void forgetStart(String process, String person) {
        jdbc.sql("DELETE FROM firebreak.start_draft WHERE process = ? AND person = ?")
                .param(process)
                .param(person)
                .update();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getLong("version"),
                row.getString("person"),
                row.getString("typed"),
                Timestamps.read(row, "saved_at"));
    }
}
