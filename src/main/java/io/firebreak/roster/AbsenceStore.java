package io.firebreak.roster;

import io.firebreak.access.Actor;
import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of absences. */
@Repository
class AbsenceStore {

    /** Where one was ended early, up to then; one that never began is as it was entered. */
    private static final String COLUMNS =
            """
            id, person, from_at, stand_in, reason, entered_by, entered_at, ended_at,
            CASE WHEN ended_at > from_at AND ended_at < to_at THEN ended_at ELSE to_at END AS until
            """;

    /** What still counts at some time after a moment. */
    private static final String COUNTS_AFTER =
            "to_at > :since AND (ended_at IS NULL OR ended_at > :since AND ended_at > from_at)";

    private final JdbcClient jdbc;

    AbsenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One entry about a person at a time. */
    void lock(String person) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('firebreak.absence'), hashtext(?))")
                .param(person)
                .query((row, number) -> true)
                .single();
    }

    void add(AbsenceEntry entry) {
        Absence absence = entry.absence();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.absence
                          (id, person, from_at, to_at, stand_in, reason, entered_by, entered_at)
                        VALUES (:id, :person, :from, :to, :standIn, :reason, :enteredBy, :enteredAt)
                        """)
                .param("id", absence.id())
                .param("person", absence.person())
                .param("from", Timestamps.of(absence.from()))
                .param("to", Timestamps.of(absence.to()))
                .param("standIn", absence.standIn())
                .param("reason", entry.reason())
                .param("enteredBy", entry.enteredBy())
                .param("enteredAt", Timestamps.of(entry.enteredAt()))
                .update();
    }

    void end(UUID id, Instant at, Actor by) {
        jdbc.sql("UPDATE firebreak.absence SET ended_at = ?, ended_by = ? WHERE id = ?")
                .params(Timestamps.of(at), by.id(), id)
                .update();
    }

    /** How many there were. */
    int removeEndedBefore(Instant moment) {
        return jdbc.sql("DELETE FROM firebreak.absence WHERE to_at < ?")
                .param(Timestamps.of(moment))
                .update();
    }

    Optional<AbsenceEntry> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM firebreak.absence WHERE id = ?")
                .param(id)
                .query(AbsenceStore::entry)
                .optional();
    }

    /** The one of a person that was entered last, unless it was ended. */
    Optional<AbsenceEntry> last(String person) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM firebreak.absence WHERE person = ? ORDER BY number DESC LIMIT 1")
                .param(person)
                .query(AbsenceStore::entry)
                .optional()
                .filter(entry -> entry.endedAt() == null);
    }

    /** What still counts at some time after a moment, in the order in which it was entered. */
    List<AbsenceEntry> countingAfter(Instant since) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM firebreak.absence WHERE " + COUNTS_AFTER + " ORDER BY number")
                .param("since", Timestamps.of(since))
                .query(AbsenceStore::entry)
                .list();
    }

    private static AbsenceEntry entry(ResultSet row, int number) throws SQLException {
        Absence absence = new Absence(
                row.getObject("id", UUID.class),
                row.getString("person"),
                Timestamps.read(row, "from_at"),
                Timestamps.read(row, "until"),
                row.getString("stand_in"));
        return new AbsenceEntry(
                absence,
                row.getString("reason"),
                row.getString("entered_by"),
                Timestamps.read(row, "entered_at"),
                Timestamps.read(row, "ended_at"));
    }
}
