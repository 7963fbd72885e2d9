package io.firebreak.escalation;

import io.firebreak.database.Timestamps;
import io.firebreak.escalation.Standing.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of running chains. */
@Repository
class ChainStore {

    private final JdbcClient jdbc;

    ChainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ChainRun run) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.chain_run
                          (id, task_id, task_key, task_name, case_reference, process_instance_id, role, pass, level,
                           state, needed, within_seconds, asking_since, next_step_at, begun_at)
                        VALUES (:id, :taskId, :taskKey, :taskName, :caseReference, :processInstanceId, :role, :pass,
                          :level, :state, :needed, :within, :askingSince, :nextStepAt, :askingSince)
                        """)
                .param("id", run.id())
                .param("taskId", run.taskId())
                .param("taskKey", run.taskKey())
                .param("taskName", run.taskName())
                .param("caseReference", run.caseReference(), Types.VARCHAR)
                .param("processInstanceId", run.processInstanceId())
                .param("role", run.standing().role())
                .param("pass", run.standing().pass())
                .param("level", run.standing().level())
                .param("state", run.standing().state().name())
                .param("needed", run.standing().needed())
                .param("within", run.standing().within().toSeconds())
                .param("askingSince", Timestamps.of(run.standing().askingSince()))
                .param("nextStepAt", Timestamps.of(run.standing().nextStepAt()))
                .update();
    }

    void save(ChainRun run) {
        jdbc.sql(
                        """
                        UPDATE firebreak.chain_run SET role = :role, pass = :pass, level = :level, state = :state,
                          needed = :needed, within_seconds = :within, asking_since = :askingSince,
                          next_step_at = :nextStepAt, delegate = :delegate, delegated_by = :delegatedBy,
                          broken_at = :brokenAt
                        WHERE id = :id
                        """)
                .param("id", run.id())
                .param("role", run.standing().role())
                .param("pass", run.standing().pass())
                .param("level", run.standing().level())
                .param("state", run.standing().state().name())
                .param("needed", run.standing().needed())
                .param("within", run.standing().within().toSeconds())
                .param("askingSince", Timestamps.of(run.standing().askingSince()))
                .param("nextStepAt", Timestamps.of(run.standing().nextStepAt()))
                .param("delegate", run.standing().delegate(), Types.VARCHAR)
                .param("delegatedBy", run.standing().delegatedBy(), Types.VARCHAR)
                .param(
                        "brokenAt",
                        run.standing().brokenAt() == null
                                ? null
                                : Timestamps.of(run.standing().brokenAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void end(UUID id, Instant at) {
        jdbc.sql(
                        """
                        UPDATE firebreak.chain_run
                        SET state = 'ENDED', ended_at = ?, broken_at = NULL, delegate = NULL, delegated_by = NULL
                        WHERE id = ?
                        """)
                .params(Timestamps.of(at), id)
                .update();
    }

    /** The chain of the task, unless it has ended; nobody else can change it until the caller's transaction ends. */
    Optional<ChainRun> lockOfTask(String taskId) {
        return jdbc.sql("SELECT * FROM firebreak.chain_run WHERE task_id = ? AND state <> 'ENDED' FOR UPDATE")
                .param(taskId)
                .query(ChainStore::run)
                .optional();
    }

    /** The same by its own id, ended ones too. */
    Optional<ChainRun> lock(UUID id) {
        return jdbc.sql("SELECT * FROM firebreak.chain_run WHERE id = ? FOR UPDATE")
                .param(id)
                .query(ChainStore::run)
                .optional();
    }

    Optional<ChainRun> find(UUID id) {
        return jdbc.sql("SELECT * FROM firebreak.chain_run WHERE id = ?")
                .param(id)
                .query(ChainStore::run)
                .optional();
    }

    Optional<ChainRun> findOfTask(String taskId) {
        return jdbc.sql("SELECT * FROM firebreak.chain_run WHERE task_id = ? AND state <> 'ENDED'")
                .param(taskId)
                .query(ChainStore::run)
                .optional();
    }

    /** Those in whose whole chain nobody answers. */
    List<ChainRun> broken() {
        return jdbc.sql("SELECT * FROM firebreak.chain_run WHERE state = 'BROKEN' ORDER BY broken_at, case_reference")
                .query(ChainStore::run)
                .list();
    }

    /** Those whose next step should have been before a moment, and was not. */
    List<ChainRun> standingStillSince(Instant moment) {
        return jdbc.sql(
                        "SELECT * FROM firebreak.chain_run WHERE state <> 'ENDED' AND next_step_at < ? ORDER BY next_step_at")
                .param(Timestamps.of(moment))
                .query(ChainStore::run)
                .list();
    }

    private static ChainRun run(ResultSet row, int number) throws SQLException {
        return new ChainRun(
                row.getObject("id", UUID.class),
                row.getString("task_id"),
                row.getString("task_key"),
                row.getString("task_name"),
                row.getString("case_reference"),
                row.getString("process_instance_id"),
                new Standing(
                        row.getString("role"),
                        row.getInt("pass"),
                        row.getInt("level"),
                        State.valueOf(row.getString("state")),
                        row.getInt("needed"),
                        Duration.ofSeconds(row.getLong("within_seconds")),
                        Timestamps.read(row, "asking_since"),
                        Timestamps.read(row, "next_step_at"),
                        row.getString("delegate"),
                        row.getString("delegated_by"),
                        Timestamps.read(row, "broken_at")));
    }
}
