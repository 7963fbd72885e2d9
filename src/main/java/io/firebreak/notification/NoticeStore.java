package io.firebreak.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What our people are told, in the database. */
@Repository
class NoticeStore {

    /** What one transaction ends or deletes at once. */
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    NoticeStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ToldNotice told) {
        Notice notice = told.notice();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.notice (id, person, name, language, zone, kind, case_reference, task_id,
                          details, ask, told_at, expires_at)
                        VALUES (:id, :person, :name, :language, :zone, :kind, :caseReference, :taskId,
                          CAST(:details AS jsonb), :ask, :toldAt, :expiresAt)
                        """)
                .param("id", told.id())
                .param("person", notice.person())
                .param("name", told.name())
                .param("language", told.language())
                .param("zone", told.zone().getId())
                .param("kind", notice.kind().name())
                .param("caseReference", notice.caseReference())
                .param("taskId", notice.taskId())
                .param("details", asJson(notice.details()))
                .param("ask", notice.ask())
                .param("toldAt", Timestamps.of(told.toldAt()))
                .param("expiresAt", Timestamps.of(notice.expiresAt()))
                .update();
    }

    Optional<ToldNotice> find(UUID id) {
        return jdbc.sql("SELECT * FROM firebreak.notice WHERE id = ?")
                .param(id)
                .query(this::notice)
                .optional();
    }

    /** Until the caller's transaction ends nobody else decides what becomes of it. */
    Optional<ToldNotice> lock(UUID id) {
        return jdbc.sql("SELECT * FROM firebreak.notice WHERE id = ? FOR UPDATE")
                .param(id)
                .query(this::notice)
                .optional();
    }

    /** The notices of a question that are under way, locked. */
    List<UUID> lockOpenOf(UUID ask) {
        return jdbc.sql("SELECT id FROM firebreak.notice WHERE ask = ? AND ended_at IS NULL ORDER BY id FOR UPDATE")
                .param(ask)
                .query(UUID.class)
                .list();
    }

    /** Some of those whose time is over, locked; those that somebody else is deciding on are left to them. */
    List<UUID> lockExpired(Instant now) {
        return jdbc.sql(
                        """
                        SELECT id FROM firebreak.notice WHERE ended_at IS NULL AND expires_at <= :now
                        ORDER BY expires_at LIMIT :batch FOR UPDATE SKIP LOCKED
                        """)
                .param("now", Timestamps.of(now))
                .param("batch", BATCH)
                .query(UUID.class)
                .list();
    }

    void reached(UUID id, Instant at) {
        jdbc.sql("UPDATE firebreak.notice SET reached_at = coalesce(reached_at, :at) WHERE id = :id")
                .param("at", Timestamps.of(at))
                .param("id", id)
                .update();
    }

    void allFailed(UUID id, Instant at) {
        jdbc.sql(
                        """
                        UPDATE firebreak.notice SET failed_at = coalesce(failed_at, :at), rounds = rounds + 1 WHERE id = :id
                        """)
                .param("at", Timestamps.of(at))
                .param("id", id)
                .update();
    }

    void end(UUID id, Instant at) {
        jdbc.sql("UPDATE firebreak.notice SET ended_at = coalesce(ended_at, :at) WHERE id = :id")
                .param("at", Timestamps.of(at))
                .param("id", id)
                .update();
    }

    /** How many are under way of which everything has failed so far. */
    long countUndelivered() {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM firebreak.notice
                        WHERE ended_at IS NULL AND reached_at IS NULL AND failed_at IS NOT NULL
                        """)
                .query(Long.class)
                .single();
    }

    /** Whether it is known already that this person can't be told about this case. */
    boolean isUndelivered(String person, String caseReference) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM firebreak.notice
                          WHERE ended_at IS NULL AND reached_at IS NULL AND failed_at IS NOT NULL
                            AND person = :person AND case_reference IS NOT DISTINCT FROM :caseReference)
                        """)
                .param("person", person)
                .param("caseReference", caseReference)
                .query(Boolean.class)
                .single();
    }

    /** Whether this person was told something of this kind by this means since then. */
    boolean wasTold(String person, Notice.Kind kind, int position, Instant since) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM firebreak.notice n JOIN firebreak.notice_delivery d ON d.notice = n.id
                          WHERE n.person = :person AND n.kind = :kind AND d.position = :position AND n.told_at > :since)
                        """)
                .param("person", person)
                .param("kind", kind.name())
                .param("position", position)
                .param("since", Timestamps.of(since))
                .query(Boolean.class)
                .single();
    }

    /**
     * Some of those that ended before then go, with their deliveries.
     *
     * @return how many
     */
    int deleteEndedBefore(Instant then) {
        return jdbc.sql(
                        """
                        DELETE FROM firebreak.notice WHERE id IN (
                          SELECT id FROM firebreak.notice WHERE ended_at < :then LIMIT :batch FOR UPDATE SKIP LOCKED)
                        """)
                .param("then", Timestamps.of(then))
                .param("batch", BATCH)
                .update();
    }

    private ToldNotice notice(ResultSet row, int number) throws SQLException {
        Notice notice = new Notice(
                row.getString("person"),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("case_reference"),
                row.getString("task_id"),
                fromJson(row.getString("details")),
                row.getObject("ask", UUID.class),
                Timestamps.read(row, "expires_at"));
        return new ToldNotice(
                row.getObject("id", UUID.class),
                notice,
                row.getString("name"),
                row.getString("language"),
                ZoneId.of(row.getString("zone")),
                Timestamps.read(row, "told_at"),
                Timestamps.read(row, "reached_at"),
                Timestamps.read(row, "failed_at"),
                row.getInt("rounds"),
                Timestamps.read(row, "ended_at"));
    }

    private String asJson(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("The details of a notice are plain texts", impossible);
        }
    }

    private Map<String, String> fromJson(String details) {
        try {
            return json.readValue(details, new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The details of a notice are not readable", unreadable);
        }
    }
}
