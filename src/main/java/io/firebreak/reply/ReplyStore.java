package io.firebreak.reply;

import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of replies. */
@Repository
class ReplyStore {

    private static final String REPLIES =
            """
            SELECT v.*, d.agreed, d.sha256 AS decided_sha256, d.comments, d.decided_by, d.decided_at,
              w.reason AS withdrawal_reason, w.withdrawn_by, w.withdrawn_at, s.link, s.proof, s.sent_by, s.sent_at,
              t.channel, t.language, t.text AS routed_text, t.payload, t.answers_id, t.answers_url, t.routed_at,
              b.uncertain, b.reason AS return_reason, b.returned_at,
              ARRAY(SELECT a.user_id FROM firebreak.reply_author a WHERE a.version_id = v.id) AS authors
            FROM firebreak.reply_version v
            LEFT JOIN firebreak.reply_decision d ON d.version_id = v.id
            LEFT JOIN firebreak.reply_withdrawal w ON w.version_id = v.id
            LEFT JOIN firebreak.reply_sent s ON s.version_id = v.id
            LEFT JOIN firebreak.reply_route t ON t.version_id = v.id
            LEFT JOIN firebreak.reply_returned b ON b.version_id = v.id
            WHERE v.case_reference = ?
            ORDER BY v.number
            """;

    private final JdbcClient jdbc;

    ReplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All texts of the case, oldest first. */
    List<Reply> repliesOf(String caseReference) {
        return jdbc.sql(REPLIES).param(caseReference).query(ReplyStore::reply).list();
    }

    /** Until the transaction ends, nobody else sends a reply of the brand. */
    void lockBrand(String brand) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('firebreak.reply:' || ?, 0))")
                .param(brand)
                .query((row, number) -> 1)
                .list();
    }

    /** What was sent of a brand, or is on its way, newest first. */
    List<EarlierReplies.Sent> sentOf(String brand, boolean drill, int most) {
        return jdbc.sql(
                        """
                        SELECT v.id, v.case_reference, v.number, v.text
                        FROM firebreak.reply_version v
                        JOIN firebreak.crisis_case c ON c.reference = v.case_reference
                        LEFT JOIN firebreak.reply_sent s ON s.version_id = v.id
                        LEFT JOIN firebreak.reply_route t ON t.version_id = v.id
                        WHERE c.brand = ? AND c.drill = ?
                          AND (s.version_id IS NOT NULL OR t.version_id IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM firebreak.reply_returned b WHERE b.version_id = v.id))
                        ORDER BY coalesce(s.sent_at, t.routed_at) DESC LIMIT ?
                        """)
                .params(brand, drill, most)
                .query(EarlierReplies.Sent.class)
                .list();
    }

    void add(String caseReference, Reply reply) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.reply_version
                          (id, case_reference, number, round, way, text, apology, sha256, written_by, written_at)
                        VALUES (:id, :reference, :number, :round, :way, :text, :apology, :sha256, :writtenBy, :writtenAt)
                        """)
                .param("id", reply.id())
                .param("reference", caseReference)
                .param("number", reply.number())
                .param("round", reply.round())
                .param("way", reply.text().way().name())
                .param("text", reply.text().text())
                .param("apology", reply.text().apology())
                .param("sha256", reply.sha256())
                .param("writtenBy", reply.writtenBy())
                .param("writtenAt", Timestamps.of(reply.writtenAt()))
                .update();
        reply.authors()
                .forEach(author -> jdbc.sql("INSERT INTO firebreak.reply_author (version_id, user_id) VALUES (?, ?)")
                        .params(reply.id(), author)
                        .update());
    }

    void add(UUID versionId, Reply.Decision decision) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.reply_decision (version_id, sha256, agreed, comments, decided_by, decided_at)
                        VALUES (:versionId, :sha256, :agreed, :comments, :decidedBy, :decidedAt)
                        """)
                .param("versionId", versionId)
                .param("sha256", decision.sha256())
                .param("agreed", decision.agreed())
                .param("comments", decision.comments(), Types.VARCHAR)
                .param("decidedBy", decision.decidedBy())
                .param("decidedAt", Timestamps.of(decision.decidedAt()))
                .update();
    }

    void add(UUID versionId, Reply.Withdrawal withdrawal) {
        jdbc.sql("INSERT INTO firebreak.reply_withdrawal (version_id, reason, withdrawn_by, withdrawn_at)"
                        + " VALUES (?, ?, ?, ?)")
                .params(
                        versionId,
                        withdrawal.reason(),
                        withdrawal.withdrawnBy(),
                        Timestamps.of(withdrawal.withdrawnAt()))
                .update();
    }

    void add(UUID versionId, Reply.Route route) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.reply_route
                          (version_id, channel, language, text, payload, answers_id, answers_url, routed_at)
                        VALUES (:versionId, :channel, :language, :text, :payload, :answersId, :answersUrl, :routedAt)
                        """)
                .param("versionId", versionId)
                .param("channel", route.channel())
                .param("language", route.language())
                .param("text", route.text())
                .param("payload", route.payload())
                .param("answersId", route.answersId(), Types.VARCHAR)
                .param("answersUrl", route.answersUrl(), Types.VARCHAR)
                .param("routedAt", Timestamps.of(route.routedAt()))
                .update();
    }

    void add(UUID versionId, Reply.Return returned) {
        jdbc.sql("INSERT INTO firebreak.reply_returned (version_id, uncertain, reason, returned_at)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(versionId, returned.uncertain(), returned.reason(), Timestamps.of(returned.returnedAt()))
                .update();
    }

    /** The case to which a text belongs. */
    Optional<String> caseOf(UUID versionId) {
        return jdbc.sql("SELECT case_reference FROM firebreak.reply_version WHERE id = ?")
                .param(versionId)
                .query(String.class)
                .optional();
    }

    void add(UUID versionId, Reply.Sending sending) {
        jdbc.sql("INSERT INTO firebreak.reply_sent (version_id, link, proof, sent_by, sent_at)"
                        + " VALUES (:versionId, :link, :proof, :sentBy, :sentAt)")
                .param("versionId", versionId)
                .param("link", sending.link(), Types.VARCHAR)
                .param("proof", sending.proof(), Types.VARCHAR)
                .param("sentBy", sending.sentBy())
                .param("sentAt", Timestamps.of(sending.sentAt()))
                .update();
    }

    void add(String caseReference, ReplyPlan plan) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.reply_plan
                          (case_reference, need, area, question, reason, planned_by, planned_at)
                        VALUES (:reference, :need, :area, :question, :reason, :plannedBy, :plannedAt)
                        """)
                .param("reference", caseReference)
                .param("need", plan.need().name())
                .param("area", plan.area(), Types.VARCHAR)
                .param("question", plan.question(), Types.VARCHAR)
                .param("reason", plan.reason(), Types.VARCHAR)
                .param("plannedBy", plan.plannedBy())
                .param("plannedAt", Timestamps.of(plan.plannedAt()))
                .update();
    }

    Optional<ReplyPlan> newestPlan(String caseReference) {
        return jdbc.sql("SELECT * FROM firebreak.reply_plan WHERE case_reference = ? ORDER BY id DESC LIMIT 1")
                .param(caseReference)
                .query((row, number) -> new ReplyPlan(
                        ReplyNeed.valueOf(row.getString("need")),
                        row.getString("area"),
                        row.getString("question"),
                        row.getString("reason"),
                        row.getString("planned_by"),
                        Timestamps.read(row, "planned_at")))
                .optional();
    }

    void add(String caseReference, UUID versionId, Outcome outcome, String words, String by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.reply_outcome
                          (version_id, case_reference, outcome, words, settled_by, settled_at)
                        VALUES (:versionId, :reference, :outcome, :words, :settledBy, :settledAt)
                        """)
                .param("versionId", versionId)
                .param("reference", caseReference)
                .param("outcome", outcome.name())
                .param("words", words, Types.VARCHAR)
                .param("settledBy", by)
                .param("settledAt", Timestamps.of(at))
                .update();
    }

    List<Settlement> settlementsOf(String caseReference) {
        return jdbc.sql(
                        """
                        SELECT o.*, v.number FROM firebreak.reply_outcome o
                        JOIN firebreak.reply_version v ON v.id = o.version_id
                        WHERE o.case_reference = ? ORDER BY o.id
                        """)
                .param(caseReference)
                .query((row, number) -> new Settlement(
                        row.getInt("number"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("words"),
                        row.getString("settled_by"),
                        Timestamps.read(row, "settled_at")))
                .list();
    }

    private static Reply reply(ResultSet row, int number) throws SQLException {
        return new Reply(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getInt("round"),
                new ReplyText(Way.valueOf(row.getString("way")), row.getString("text"), row.getBoolean("apology")),
                row.getString("sha256"),
                row.getString("written_by"),
                Timestamps.read(row, "written_at"),
                Set.of((String[]) row.getArray("authors").getArray()),
                decision(row),
                withdrawal(row),
                route(row),
                sending(row));
    }

    private static Reply.Decision decision(ResultSet row) throws SQLException {
        return row.getString("decided_by") == null
                ? null
                : new Reply.Decision(
                        row.getBoolean("agreed"),
                        row.getString("decided_sha256"),
                        row.getString("comments"),
                        row.getString("decided_by"),
                        Timestamps.read(row, "decided_at"));
    }

    private static Reply.Withdrawal withdrawal(ResultSet row) throws SQLException {
        return row.getString("withdrawn_by") == null
                ? null
                : new Reply.Withdrawal(
                        row.getString("withdrawal_reason"),
                        row.getString("withdrawn_by"),
                        Timestamps.read(row, "withdrawn_at"));
    }

    private static Reply.Route route(ResultSet row) throws SQLException {
        return row.getString("channel") == null
                ? null
                : new Reply.Route(
                        row.getString("channel"),
                        row.getString("language"),
                        row.getString("routed_text"),
                        row.getString("payload"),
                        row.getString("answers_id"),
                        row.getString("answers_url"),
                        Timestamps.read(row, "routed_at"),
                        returned(row));
    }

    private static Reply.Return returned(ResultSet row) throws SQLException {
        return row.getString("return_reason") == null
                ? null
                : new Reply.Return(
                        row.getBoolean("uncertain"),
                        row.getString("return_reason"),
                        Timestamps.read(row, "returned_at"));
    }

    private static Reply.Sending sending(ResultSet row) throws SQLException {
        return row.getString("sent_by") == null
                ? null
                : new Reply.Sending(
                        row.getString("link"),
                        row.getString("proof"),
                        row.getString("sent_by"),
                        Timestamps.read(row, "sent_at"));
    }
}
