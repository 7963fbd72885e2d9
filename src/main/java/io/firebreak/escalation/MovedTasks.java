package io.firebreak.escalation;

import io.firebreak.database.Timestamps;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of tasks that went to somebody else for as long as their holder is away. */
@Repository
class MovedTasks {

    private final JdbcClient jdbc;

    MovedTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A task that went to somebody else.
     *
     * @param standIn who holds it in the meantime; null: nobody, because nobody stands in
     */
    record Moved(UUID absenceId, String taskId, String absent, String standIn) {}

    /**
     * @param caseReference null where the task belongs to no case
     */
    void add(Moved moved, String caseReference, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.moved_task (absence_id, task_id, case_reference, absent, stand_in, moved_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (absence_id, task_id) DO UPDATE
                          SET stand_in = excluded.stand_in, moved_at = excluded.moved_at, returned_at = NULL
                        """)
                .param(1, moved.absenceId())
                .param(2, moved.taskId())
                .param(3, caseReference, Types.VARCHAR)
                .param(4, moved.absent())
                .param(5, moved.standIn(), Types.VARCHAR)
                .param(6, Timestamps.of(at))
                .update();
    }

    /** Those that have not come back yet; nobody else brings them back before the caller's transaction ends. */
    List<Moved> lockAway(UUID absenceId) {
        return jdbc.sql(
                        """
                        SELECT absence_id, task_id, absent, stand_in FROM firebreak.moved_task
                        WHERE absence_id = ? AND returned_at IS NULL ORDER BY moved_at, task_id FOR UPDATE
                        """)
                .param(absenceId)
                .query(Moved.class)
                .list();
    }

    /** It is over: the task came back, is done, or somebody decided otherwise. */
    void settle(String taskId, Instant at) {
        jdbc.sql("UPDATE firebreak.moved_task SET returned_at = ? WHERE task_id = ? AND returned_at IS NULL")
                .params(Timestamps.of(at), taskId)
                .update();
    }
}
