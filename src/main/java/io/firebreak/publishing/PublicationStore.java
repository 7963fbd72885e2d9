package io.firebreak.publishing;

import io.firebreak.database.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of publications: what was queued for each case, and what of it goes out no further. */
@Repository
class PublicationStore {

    private final JdbcClient jdbc;

    PublicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds it; false when it is there already. */
    boolean add(Publication publication) {
        return jdbc.sql(
                                """
                        INSERT INTO firebreak.publication (id, version_id, reply_id, channel, audience, part, parts, addressee, key, sha256,
                          apology, dry_run, by_hand, links, created_at, not_before, state, reason)
                        VALUES (:id, :versionId, :replyId, :channel, :audience, :part, :parts, :addressee, :key, :sha256, :apology, :dryRun,
                          :byHand, CAST(:links AS text[]), :createdAt, :notBefore, :state, :reason)
                        ON CONFLICT ON CONSTRAINT publication_once DO NOTHING
                        """)
                        .param("id", publication.id())
                        .param("versionId", publication.versionId())
                        .param("replyId", publication.isReply() ? publication.versionId() : null)
                        .param("channel", publication.channel())
                        .param("audience", publication.audience().name())
                        .param("part", publication.part())
                        .param("parts", publication.parts())
                        .param("addressee", publication.addressee())
                        .param("key", publication.key())
                        .param("sha256", publication.sha256())
                        .param("apology", publication.apology())
                        .param("dryRun", publication.dryRun())
                        .param("byHand", publication.byHand())
                        .param("links", publication.links().toArray(String[]::new))
                        .param("createdAt", Timestamps.of(publication.createdAt()))
                        .param(
                                "notBefore",
                                PublicationRows.timestamp(publication.progress().notBefore()))
                        .param("state", publication.state().name())
                        .param("reason", publication.progress().reason())
                        .update()
                > 0;
    }

    /** That of a reply; empty where no channel was to send it. */
    Optional<Publication> ofReply(UUID replyId) {
        return jdbc.sql(PublicationRows.SELECT_ANY + " WHERE p.reply_id = ?")
                .param(replyId)
                .query(PublicationRows::publication)
                .optional();
    }

    /** Those of the replies of a case, in the order in which they were queued. */
    List<Publication> ofReplies(String caseReference) {
        return jdbc.sql(PublicationRows.SELECT_ANY + " WHERE r.case_reference = ? ORDER BY p.created_at, p.id")
                .param(caseReference)
                .query(PublicationRows::publication)
                .list();
    }

    /** Of a statement or a reply. */
    Optional<Publication> find(UUID id) {
        return jdbc.sql(PublicationRows.SELECT_ANY + " WHERE p.id = ?")
                .param(id)
                .query(PublicationRows::publication)
                .optional();
    }

    /** All of a case, in the order in which they were queued. */
    List<Publication> of(String caseReference) {
        return jdbc.sql(PublicationRows.SELECT
                        + " WHERE s.case_reference = ?"
                        + " ORDER BY p.created_at, v.number, p.audience DESC, p.channel, p.addressee, p.part")
                .param(caseReference)
                .query(PublicationRows::publication)
                .list();
    }

    /** All parts and addressees of a version on a channel. */
    List<Publication> of(UUID versionId, String channel) {
        return jdbc.sql(PublicationRows.SELECT
                        + " WHERE p.version_id = ? AND p.channel = ? ORDER BY p.addressee, p.part")
                .params(versionId, channel)
                .query(PublicationRows::publication)
                .list();
    }

    List<Publication> of(UUID versionId, Audience audience) {
        return jdbc.sql(PublicationRows.SELECT
                        + " WHERE p.version_id = ? AND p.audience = ? ORDER BY p.channel, p.addressee, p.part")
                .params(versionId, audience.name())
                .query(PublicationRows::publication)
                .list();
    }

    /** All of which only a person can find out whether they are public, of every text and version of the case. */
    List<Publication> uncertain(String caseReference) {
        return jdbc.sql(
                        PublicationRows.SELECT
                                + " WHERE s.case_reference = ? AND p.state = 'NEEDS_HUMAN' AND NOT p.by_hand ORDER BY p.created_at, p.channel, p.addressee, p.part")
                .param(caseReference)
                .query(PublicationRows::publication)
                .list();
    }

    /** The references of the cases that have any such. */
    List<String> casesInDoubt() {
        return jdbc.sql(
                        """
                        SELECT DISTINCT s.case_reference FROM firebreak.publication p
                        JOIN firebreak.statement_version v ON v.id = p.version_id
                        JOIN firebreak.statement s ON s.id = v.statement_id
                        WHERE p.state = 'NEEDS_HUMAN' AND NOT p.by_hand
                        """)
                .query(String.class)
                .list();
    }

    /**
     * How many texts of the case, and of the cases that were merged into it, apologise in public, or are about to,
     * beside this one. One statement is one apology, on however many channels and in however many languages it is; what
     * surely never became public does not count.
     *
     * @param originalId the version, or the one that it translates
     */
    int apologiesBeside(String caseReference, UUID originalId) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE merged AS (
                          SELECT c.reference FROM firebreak.crisis_case c WHERE c.reference = :case
                          UNION
                          SELECT c.reference FROM firebreak.crisis_case c JOIN merged m ON c.merged_into = m.reference)
                        SELECT count(DISTINCT coalesce(v.original, v.id)) FROM firebreak.publication p
                        JOIN firebreak.statement_version v ON v.id = p.version_id
                        JOIN firebreak.statement s ON s.id = v.statement_id
                        JOIN merged m ON m.reference = s.case_reference
                        WHERE coalesce(v.original, v.id) <> :original AND p.apology AND p.audience = 'PUBLIC'
                          AND p.state <> 'FAILED'
                        """)
                .param("case", caseReference)
                .param("original", originalId)
                .query(Integer.class)
                .single();
    }

    /** Whether the case's own statement was queued for anybody, and not left out everywhere. */
    boolean isStatementQueued(String caseReference) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM firebreak.publication p
                          JOIN firebreak.statement_version v ON v.id = p.version_id
                          JOIN firebreak.statement s ON s.id = v.statement_id
                          WHERE s.case_reference = ? AND s.kind = 'STATEMENT' AND NOT p.left_out)
                        """)
                .param(caseReference)
                .query(Boolean.class)
                .single();
    }

    /** The versions of the case that went out somewhere, or may have. */
    List<UUID> versionsThatMayBeOut(String caseReference) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT p.version_id FROM firebreak.publication p
                        JOIN firebreak.statement_version v ON v.id = p.version_id
                        JOIN firebreak.statement s ON s.id = v.statement_id
                        WHERE s.case_reference = ?
                          AND (p.state IN ('SENT', 'SENDING', 'UNKNOWN') OR p.state = 'NEEDS_HUMAN' AND NOT p.by_hand)
                        """)
                .param(caseReference)
                .query(UUID.class)
                .list();
    }

    /** Nothing more of a version goes out; what of it may be public already stays a person's question. */
    void leaveOutUnsent(UUID versionId, String reason) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = 'FAILED', left_out = true, reason = ?, not_before = NULL
                        WHERE version_id = ? AND NOT left_out
                          AND (state IN ('PENDING', 'RETRY', 'FAILED') OR state = 'NEEDS_HUMAN' AND by_hand)
                        """)
                .params(reason, versionId)
                .update();
    }

    /** From here on a version reaches nobody who has it not yet. */
    void stop(UUID versionId, String reason, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.publication_stop (version_id, reason, stopped_at) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(versionId, reason, Timestamps.of(now))
                .update();
        leaveOutUnsent(versionId, reason);
    }

    /** Why a version reaches nobody any more; empty where it does. */
    Optional<String> stopped(UUID versionId) {
        return jdbc.sql("SELECT reason FROM firebreak.publication_stop WHERE version_id = ?")
                .param(versionId)
                .query(String.class)
                .optional();
    }

    void leaveOut(UUID id, String reason) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = 'FAILED', left_out = true, reason = ?, not_before = NULL
                        WHERE id = ?
                        """)
                .params(reason, id)
                .update();
    }

    /** The parts that come after it in the same thread and can't go out without it. */
    void leaveOutAfter(Publication publication, String reason) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = 'FAILED', left_out = true, reason = :reason, not_before = NULL
                        WHERE version_id = :versionId AND channel = :channel AND addressee = :addressee AND part > :part
                          AND state = 'PENDING'
                        """)
                .param("reason", reason)
                .param("versionId", publication.versionId())
                .param("channel", publication.channel())
                .param("addressee", publication.addressee())
                .param("part", publication.part())
                .update();
    }

    /** How many are in each state on each channel, for health and metrics. */
    record Count(String channel, PublicationState state, long number) {}

    List<Count> unfinished() {
        return jdbc.sql(
                        """
                        SELECT channel, state, count(*) AS number FROM firebreak.publication
                        WHERE state IN ('PENDING', 'SENDING', 'RETRY', 'UNKNOWN', 'NEEDS_HUMAN') OR state = 'FAILED' AND NOT left_out
                        GROUP BY channel, state ORDER BY channel, state
                        """)
                .query((row, number) -> new Count(
                        row.getString("channel"),
                        PublicationState.valueOf(row.getString("state")),
                        row.getLong("number")))
                .list();
    }
}
