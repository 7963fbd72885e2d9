package io.firebreak.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The means by which notices go out, in the database. */
@Repository
class DeliveryStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DeliveryStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Delivery delivery) {
        Means means = delivery.means();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.notice_delivery (notice, position, kind, address, webhook, after_seconds,
                          server, state, due_at)
                        VALUES (:notice, :position, :kind, :address, CAST(:webhook AS jsonb), :after, :server, :state, :dueAt)
                        """)
                .param("notice", delivery.notice())
                .param("position", delivery.position())
                .param("kind", means.kind().name())
                .param("address", means.address())
                .param("webhook", asJson(means.webhook()))
                .param("after", means.after() == null ? null : means.after().toSeconds())
                .param("server", delivery.server())
                .param("state", delivery.state().name())
                .param("dueAt", delivery.dueAt() == null ? null : Timestamps.of(delivery.dueAt()))
                .update();
    }

    /** Of a notice, in their order. */
    List<Delivery> of(UUID notice) {
        return jdbc.sql("SELECT * FROM firebreak.notice_delivery WHERE notice = ? ORDER BY position")
                .param(notice)
                .query(this::delivery)
                .list();
    }

    /** Those to whom something is to be sent now. */
    List<String> serversWithWork(Instant now) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT d.server FROM firebreak.notice_delivery d JOIN firebreak.notice n ON n.id = d.notice
                        WHERE d.state IN ('WAITING', 'SENDING') AND d.due_at <= :now AND n.ended_at IS NULL AND n.expires_at > :now
                        """)
                .param("now", Timestamps.of(now))
                .query(String.class)
                .list();
    }

    /**
     * Takes on what is due at a server, the oldest first: also what another node took on and did not come back from. The
     * look is made once ({@code MATERIALIZED}): made again within the change, it would lock more than it may take.
     *
     * @param lapse from when on this caller is taken for dead
     */
    List<Delivery> take(String server, Instant now, Instant lapse, int most) {
        return jdbc.sql(
                        """
                        WITH due AS MATERIALIZED (
                          SELECT d.notice, d.position FROM firebreak.notice_delivery d JOIN firebreak.notice n ON n.id = d.notice
                          WHERE d.server = :server AND d.state IN ('WAITING', 'SENDING') AND d.due_at <= :now
                            AND n.ended_at IS NULL AND n.expires_at > :now
                          ORDER BY d.due_at LIMIT :most FOR UPDATE OF d SKIP LOCKED)
                        UPDATE firebreak.notice_delivery d
                          SET state = 'SENDING', due_at = :lapse, claim = gen_random_uuid()
                        FROM due WHERE d.notice = due.notice AND d.position = due.position
                        RETURNING d.*
                        """)
                .param("lapse", Timestamps.of(lapse))
                .param("server", server)
                .param("now", Timestamps.of(now))
                .param("most", most)
                .query(this::delivery)
                .list();
    }

    /** It got through, which is true even if somebody else has taken it on or stopped it since. */
    void sent(Delivery delivery, Instant at) {
        jdbc.sql(
                        """
                        UPDATE firebreak.notice_delivery SET state = 'SENT', sent_at = :at, due_at = NULL, reason = NULL
                        WHERE notice = :notice AND position = :position
                        """)
                .param("at", Timestamps.of(at))
                .param("notice", delivery.notice())
                .param("position", delivery.position())
                .update();
    }

    /**
     * It did not get through.
     *
     * @param next how it goes on
     * @param dueAt for {@link DeliveryState#WAITING}; null in other states
     * @return whether it was still the caller's to say
     */
    boolean failed(Delivery delivery, DeliveryState next, Instant dueAt, Instant restUntil, String reason) {
        return jdbc.sql(
                                """
                                UPDATE firebreak.notice_delivery SET state = :next, due_at = :dueAt, rest_until = :restUntil,
                                  reason = :reason, tries = tries + 1
                                WHERE notice = :notice AND position = :position AND claim = :claim AND state = 'SENDING'
                                """)
                        .param("next", next.name())
                        .param("dueAt", dueAt == null ? null : Timestamps.of(dueAt))
                        .param("restUntil", restUntil == null ? null : Timestamps.of(restUntil))
                        .param("reason", reason)
                        .param("notice", delivery.notice())
                        .param("position", delivery.position())
                        .param("claim", delivery.claim())
                        .update()
                > 0;
    }

    /** It is sent at that moment, with so many failed attempts held against it. */
    void wait(UUID notice, int position, Instant dueAt, int tries) {
        jdbc.sql(
                        """
                        UPDATE firebreak.notice_delivery SET state = 'WAITING', due_at = greatest(:dueAt, rest_until), tries = :tries
                        WHERE notice = :notice AND position = :position
                        """)
                .param("dueAt", Timestamps.of(dueAt))
                .param("tries", tries)
                .param("notice", notice)
                .param("position", position)
                .update();
    }

    /** Those of a notice that have failed for now are there again to be used, one after the other. */
    void takeBackFailed(UUID notice) {
        jdbc.sql(
                        "UPDATE firebreak.notice_delivery SET state = 'LATER', tries = 0 WHERE notice = ? AND state = 'FAILED'")
                .param(notice)
                .update();
    }

    /** Nothing that is not sent goes out any more. */
    void stopRest(UUID notice) {
        jdbc.sql(
                        """
                        UPDATE firebreak.notice_delivery SET state = 'STOPPED', due_at = NULL
                        WHERE notice = ? AND state IN ('LATER', 'WAITING', 'SENDING', 'FAILED')
                        """)
                .param(notice)
                .update();
    }

    private Delivery delivery(ResultSet row, int number) throws SQLException {
        Means means = new Means(
                Means.Kind.valueOf(row.getString("kind")),
                row.getString("address"),
                webhook(row.getString("webhook")),
                MeansKey.after(row.getObject("after_seconds", Long.class)));
        return new Delivery(
                row.getObject("notice", UUID.class),
                row.getInt("position"),
                means,
                row.getString("server"),
                DeliveryState.valueOf(row.getString("state")),
                Timestamps.read(row, "due_at"),
                Timestamps.read(row, "rest_until"),
                row.getInt("tries"),
                row.getObject("claim", UUID.class),
                row.getString("reason"));
    }

    private String asJson(Webhook webhook) {
        try {
            return webhook == null ? null : json.writeValueAsString(webhook);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("A webhook is made of plain values", impossible);
        }
    }

    private Webhook webhook(String text) {
        try {
            return text == null ? null : json.readValue(text, Webhook.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A webhook of a delivery is not readable", unreadable);
        }
    }
}
