package io.firebreak.roster;

import io.firebreak.access.Actor;
import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of changes of duty. */
@Repository
class DutyChangeStore {

    /** Where one was taken back after it had begun, up to then. */
    private static final String COLUMNS =
            """
            id, act, rotation, person, from_at, reason, entered_by, entered_at, ended_at,
            CASE WHEN ended_at > from_at AND ended_at < to_at THEN ended_at ELSE to_at END AS until
            """;

    private static final String COUNTS_AFTER =
            "to_at > :since AND (ended_at IS NULL OR ended_at > :since AND ended_at > from_at)";

    private final JdbcClient jdbc;

    DutyChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One entry about a rotation at a time. */
    void lock(String rotation) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('firebreak.duty_change'), hashtext(?))")
                .param(rotation)
                .query((row, number) -> true)
                .single();
    }

    void add(DutyChangeEntry entry) {
        DutyChange change = entry.change();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.duty_change
                          (id, act, rotation, person, from_at, to_at, reason, entered_by, entered_at)
                        VALUES (:id, :act, :rotation, :person, :from, :to, :reason, :enteredBy, :enteredAt)
                        """)
                .param("id", change.id())
                .param("act", entry.act())
                .param("rotation", change.rotation())
                .param("person", change.person())
                .param("from", Timestamps.of(change.from()))
                .param("to", Timestamps.of(change.to()))
                .param("reason", entry.reason())
                .param("enteredBy", entry.enteredBy())
                .param("enteredAt", Timestamps.of(entry.enteredAt()))
                .update();
    }

    /** Ends all that was entered in one act. */
    void end(UUID act, Instant at, Actor by) {
        jdbc.sql("UPDATE firebreak.duty_change SET ended_at = ?, ended_by = ? WHERE act = ? AND ended_at IS NULL")
                .params(Timestamps.of(at), by.id(), act)
                .update();
    }

    /** What was entered in one act with this change; empty where there is no such change. */
    List<DutyChangeEntry> act(UUID change) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM firebreak.duty_change"
                        + " WHERE act = (SELECT act FROM firebreak.duty_change WHERE id = ?) ORDER BY number")
                .param(change)
                .query(DutyChangeStore::entry)
                .list();
    }

    /** What was entered in the last act about a rotation; empty where that was taken back. */
    List<DutyChangeEntry> lastAct(String rotation) {
        return jdbc
                .sql("SELECT " + COLUMNS + " FROM firebreak.duty_change WHERE act ="
                        + " (SELECT act FROM firebreak.duty_change WHERE rotation = ? ORDER BY number DESC LIMIT 1)"
                        + " ORDER BY number")
                .param(rotation)
                .query(DutyChangeStore::entry)
                .list()
                .stream()
                .filter(entry -> entry.endedAt() == null)
                .toList();
    }

    /** What still counts at some time after a moment, in the order in which it was entered. */
    List<DutyChangeEntry> countingAfter(Instant since) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM firebreak.duty_change WHERE " + COUNTS_AFTER + " ORDER BY number")
                .param("since", Timestamps.of(since))
                .query(DutyChangeStore::entry)
                .list();
    }

    private static DutyChangeEntry entry(ResultSet row, int number) throws SQLException {
        DutyChange change = new DutyChange(
                row.getObject("id", UUID.class),
                row.getString("rotation"),
                row.getString("person"),
                Timestamps.read(row, "from_at"),
                Timestamps.read(row, "until"));
        return new DutyChangeEntry(
                change,
                row.getObject("act", UUID.class),
                row.getString("reason"),
                row.getString("entered_by"),
                Timestamps.read(row, "entered_at"),
                Timestamps.read(row, "ended_at"));
    }
}
