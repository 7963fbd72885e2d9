package io.firebreak.publishing;

import io.firebreak.database.Timestamps;
import io.firebreak.publishing.Publication.Progress;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.statement.StatementKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of publications, which is their queue too. */
@Repository
class PublicationStore {

    private static final String PUBLICATIONS =
            """
            SELECT p.*, v.number, v.language, s.case_reference, s.id AS statement_id, s.kind FROM firebreak.publication p
            JOIN firebreak.statement_version v ON v.id = p.version_id
            JOIN firebreak.statement s ON s.id = v.statement_id
            """;

    /** A part of a thread waits for the part before it. */
    private static final String ITS_TURN =
            """
             WHERE p.channel = :channel AND p.not_before <= :now AND NOT EXISTS (
               SELECT 1 FROM firebreak.publication before
               WHERE p.part > 1 AND before.version_id = p.version_id AND before.channel = p.channel
                 AND before.addressee = p.addressee AND before.part = p.part - 1 AND before.state <> 'SENT')
            """;

    /** No node has to show that it lives for what is done within one transaction. */
    static final UUID WITHIN_TRANSACTION = new UUID(0, 0);

    private final JdbcClient jdbc;

    PublicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds it; false when it is there already. */
    boolean add(Publication publication) {
        return jdbc.sql(
                                """
                        INSERT INTO firebreak.publication (id, version_id, channel, audience, part, parts, addressee, key, sha256,
                          apology, dry_run, by_hand, links, created_at, not_before, state, reason)
                        VALUES (:id, :versionId, :channel, :audience, :part, :parts, :addressee, :key, :sha256, :apology, :dryRun,
                          :byHand, CAST(:links AS text[]), :createdAt, :notBefore, :state, :reason)
                        ON CONFLICT ON CONSTRAINT publication_once DO NOTHING
                        """)
                        .param("id", publication.id())
                        .param("versionId", publication.versionId())
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
                        .param("notBefore", timestamp(publication.progress().notBefore()))
                        .param("state", publication.state().name())
                        .param("reason", publication.progress().reason())
                        .update()
                > 0;
    }

    Optional<Publication> find(UUID id) {
        return jdbc.sql(PUBLICATIONS + " WHERE p.id = ?")
                .param(id)
                .query(PublicationStore::publication)
                .optional();
    }

    /** All of a case, in the order in which they were queued. */
    List<Publication> of(String caseReference) {
        return jdbc.sql(
                        PUBLICATIONS
                                + " WHERE s.case_reference = ? ORDER BY p.created_at, p.audience DESC, p.channel, p.addressee, p.part")
                .param(caseReference)
                .query(PublicationStore::publication)
                .list();
    }

    /** All parts and addressees of a version on a channel. */
    List<Publication> of(UUID versionId, String channel) {
        return jdbc.sql(PUBLICATIONS + " WHERE p.version_id = ? AND p.channel = ? ORDER BY p.addressee, p.part")
                .params(versionId, channel)
                .query(PublicationStore::publication)
                .list();
    }

    List<Publication> of(UUID versionId, Audience audience) {
        return jdbc.sql(PUBLICATIONS
                        + " WHERE p.version_id = ? AND p.audience = ? ORDER BY p.channel, p.addressee, p.part")
                .params(versionId, audience.name())
                .query(PublicationStore::publication)
                .list();
    }

    /** All of which only a person can find out whether they are public, of every text and version of the case. */
    List<Publication> uncertain(String caseReference) {
        return jdbc.sql(
                        PUBLICATIONS
                                + " WHERE s.case_reference = ? AND p.state = 'NEEDS_HUMAN' AND NOT p.by_hand ORDER BY p.created_at, p.channel, p.addressee, p.part")
                .param(caseReference)
                .query(PublicationStore::publication)
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

    /** It waits without having been tried; the time in which it is tried begins when it may go. */
    void hold(UUID id, String reason, Instant notBefore) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = 'PENDING', reason = :reason, not_before = :notBefore,
                          node = NULL, first_tried_at = NULL
                        WHERE id = :id
                        """)
                .param("reason", reason)
                .param("notBefore", Timestamps.of(notBefore))
                .param("id", id)
                .update();
    }

    /** The channels on which something is due. */
    List<String> channelsWithWork(Instant now) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT channel FROM firebreak.publication
                        WHERE state IN ('PENDING', 'RETRY', 'UNKNOWN') AND not_before <= ?
                        """)
                .param(Timestamps.of(now))
                .query(String.class)
                .list();
    }

    /** What may be sent now; locked until the transaction ends, and left out by every other node. */
    List<Publication> lockToSend(String channel, Instant now, int most) {
        return jdbc.sql(PUBLICATIONS + ITS_TURN
                        + " AND p.state IN ('PENDING', 'RETRY') ORDER BY p.not_before, p.part LIMIT :most"
                        + " FOR UPDATE OF p SKIP LOCKED")
                .param("channel", channel)
                .param("now", Timestamps.of(now))
                .param("most", most)
                .query(PublicationStore::publication)
                .list();
    }

    /** What is to be looked up now; locked as above. */
    List<Publication> lockToProbe(String channel, Instant now, int most) {
        return jdbc.sql(PUBLICATIONS
                        + " WHERE p.channel = :channel AND p.not_before <= :now AND p.state = 'UNKNOWN'"
                        + " ORDER BY p.not_before LIMIT :most FOR UPDATE OF p SKIP LOCKED")
                .param("channel", channel)
                .param("now", Timestamps.of(now))
                .param("most", most)
                .query(PublicationStore::publication)
                .list();
    }

    Optional<Publication> lock(UUID id) {
        return jdbc.sql(PUBLICATIONS + " WHERE p.id = ? FOR UPDATE OF p")
                .param(id)
                .query(PublicationStore::publication)
                .optional();
    }

    void sending(UUID id, UUID node, Instant now) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = 'SENDING', node = :node, attempt = attempt + 1, absences = 0,
                          probes = 0, not_before = NULL, first_tried_at = coalesce(first_tried_at, :now), reason = NULL
                        WHERE id = :id
                        """)
                .param("node", node)
                .param("now", Timestamps.of(now))
                .param("id", id)
                .update();
    }

    /** Until the transaction ends, nobody else settles a part of the same version on the same channel. */
    void lockGroup(Publication publication) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(publication.versionId() + "/" + publication.channel())
                .query((row, number) -> 1)
                .list();
    }

    void sent(UUID id, RemotePost post, Instant at, Instant readBackAt) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = 'SENT', sent_at = :at, url = :url, remote_id = :remoteId,
                          remote_version = :remoteVersion, node = NULL, not_before = NULL, reason = NULL,
                          read_back_at = :readBackAt
                        WHERE id = :id
                        """)
                .param("at", Timestamps.of(at))
                .param("url", post == null ? null : post.url())
                .param("remoteId", post == null ? null : post.id())
                .param("remoteVersion", post == null ? null : post.version())
                .param("readBackAt", timestamp(readBackAt))
                .param("id", id)
                .update();
    }

    /**
     * Any state but SENDING and SENT.
     *
     * @param notBefore null when it waits for a person
     */
    void move(UUID id, PublicationState state, String reason, Instant notBefore) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = :state, reason = :reason, not_before = :notBefore, node = NULL
                        WHERE id = :id
                        """)
                .param("state", state.name())
                .param("reason", reason)
                .param("notBefore", timestamp(notBefore))
                .param("id", id)
                .update();
    }

    /** Begins anew after a person's decision: the time in which it is tried counts from there. */
    void again(UUID id, PublicationState state, Instant now) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = :state, reason = NULL, not_before = :now, node = NULL,
                          first_tried_at = :now, absences = 0, probes = 0
                        WHERE id = :id
                        """)
                .param("state", state.name())
                .param("now", Timestamps.of(now))
                .param("id", id)
                .update();
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

    /** Firebreak itself stumbled over it: counted like an attempt, so that it does not go on for ever unseen. */
    void stumbled(UUID id, String reason, Instant now, Instant notBefore) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = 'RETRY', reason = :reason, not_before = :notBefore, node = NULL,
                          attempt = attempt + 1, first_tried_at = coalesce(first_tried_at, :now)
                        WHERE id = :id
                        """)
                .param("reason", reason)
                .param("now", Timestamps.of(now))
                .param("notBefore", Timestamps.of(notBefore))
                .param("id", id)
                .update();
    }

    /** What stood at the same place before is not there any more, on purpose. */
    void endReadBacksOfEarlier(Publication publication, RemotePost post) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET read_back_at = NULL
                        WHERE channel = :channel AND addressee = :addressee AND remote_id = :remoteId AND id <> :id
                        """)
                .param("channel", publication.channel())
                .param("addressee", publication.addressee())
                .param("remoteId", post.id())
                .param("id", publication.id())
                .update();
    }

    /** Whether the newest earlier version is public here by a person's word alone, so that nothing can refer to it. */
    boolean isEarlierOnlyKnownToPeople(Publication publication) {
        return jdbc.sql(
                        """
                        SELECT p.remote_id IS NULL FROM firebreak.publication p
                        JOIN firebreak.statement_version v ON v.id = p.version_id
                        WHERE v.statement_id = :statement AND p.channel = :channel AND p.addressee = :addressee AND p.part = 1
                          AND p.state = 'SENT' AND NOT p.dry_run AND v.number < :number
                        ORDER BY v.number DESC LIMIT 1
                        """)
                .param("statement", publication.statementId())
                .param("channel", publication.channel())
                .param("addressee", publication.addressee())
                .param("number", publication.number())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Somebody looks it up: nobody else does before {@code until}. */
    void probing(UUID id, Instant until) {
        jdbc.sql("UPDATE firebreak.publication SET probes = probes + 1, not_before = ? WHERE id = ?")
                .params(Timestamps.of(until), id)
                .update();
    }

    void absent(UUID id, Instant lookAgainAt) {
        jdbc.sql("UPDATE firebreak.publication SET absences = absences + 1, not_before = ? WHERE id = ?")
                .params(Timestamps.of(lookAgainAt), id)
                .update();
    }

    /** The nodes that say of themselves that they are sending. */
    List<UUID> sendingNodes() {
        return jdbc.sql("SELECT DISTINCT node FROM firebreak.publication WHERE state = 'SENDING'")
                .query(UUID.class)
                .list();
    }

    List<Publication> lockSendingOf(UUID node) {
        return jdbc.sql(PUBLICATIONS + " WHERE p.state = 'SENDING' AND p.node = ? FOR UPDATE OF p SKIP LOCKED")
                .param(node)
                .query(PublicationStore::publication)
                .list();
    }

    /** What is not surely sent on these channels has to be looked up before it is sent; gives how many. */
    int doubtEverything(Instant now, List<String> channels) {
        return jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = 'UNKNOWN', not_before = :now, node = NULL, absences = 0, probes = 0,
                          attempt = greatest(attempt, 1), first_tried_at = coalesce(first_tried_at, :now), reason = 'The database was restored; it may have been sent after the backup.'
                        WHERE state IN ('PENDING', 'RETRY', 'SENDING') AND channel = ANY (CAST(:channels AS text[]))
                        """)
                .param("now", Timestamps.of(now))
                .param("channels", channels.toArray(String[]::new))
                .update();
    }

    List<Publication> lockToReadBack(String channel, Instant now, int most) {
        return jdbc.sql(PUBLICATIONS
                        + " WHERE p.channel = :channel AND p.read_back_at <= :now ORDER BY p.read_back_at LIMIT :most"
                        + " FOR UPDATE OF p SKIP LOCKED")
                .param("channel", channel)
                .param("now", Timestamps.of(now))
                .param("most", most)
                .query(PublicationStore::publication)
                .list();
    }

    void readBack(UUID id, Instant next) {
        jdbc.sql("UPDATE firebreak.publication SET read_backs = read_backs + 1, read_back_at = ? WHERE id = ?")
                .params(timestamp(next), id)
                .update();
    }

    /** Keeps what is seen in place of what was approved; false when that was known already. */
    boolean drifted(UUID id, String live) {
        return jdbc.sql(
                                "UPDATE firebreak.publication SET drift = :live, drift_reported = false WHERE id = :id AND drift IS DISTINCT FROM :live")
                        .param("live", live)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** What is no longer what was approved, and nobody was asked about yet. */
    List<UUID> unreportedDrifts(int most) {
        return jdbc.sql("SELECT id FROM firebreak.publication WHERE drift IS NOT NULL AND NOT drift_reported LIMIT ?")
                .param(most)
                .query(UUID.class)
                .list();
    }

    /** One of them, unless another node is at it. */
    Optional<Publication> lockUnreportedDrift(UUID id) {
        return jdbc.sql(
                        PUBLICATIONS
                                + " WHERE p.id = ? AND p.drift IS NOT NULL AND NOT p.drift_reported FOR UPDATE OF p SKIP LOCKED")
                .param(id)
                .query(PublicationStore::publication)
                .optional();
    }

    void driftReported(UUID id) {
        jdbc.sql("UPDATE firebreak.publication SET drift_reported = true WHERE id = ?")
                .param(id)
                .update();
    }

    /** The first part of the newest earlier version that is public on this channel for this addressee. */
    Optional<RemotePost> earlierPost(Publication publication) {
        return jdbc.sql(
                        """
                        SELECT p.remote_id, p.url, p.remote_version FROM firebreak.publication p
                        JOIN firebreak.statement_version v ON v.id = p.version_id
                        WHERE v.statement_id = :statement AND p.channel = :channel AND p.addressee = :addressee AND p.part = 1
                          AND p.state = 'SENT' AND NOT p.dry_run AND p.remote_id IS NOT NULL AND v.number < :number
                        ORDER BY v.number DESC LIMIT 1
                        """)
                .param("statement", publication.statementId())
                .param("channel", publication.channel())
                .param("addressee", publication.addressee())
                .param("number", publication.number())
                .query((row, number) -> post(row))
                .optional();
    }

    /** Where another part of the same thread is. */
    Optional<RemotePost> partPost(Publication publication, int part) {
        return jdbc.sql(
                        """
                        SELECT remote_id, url, remote_version FROM firebreak.publication
                        WHERE version_id = ? AND channel = ? AND addressee = ? AND part = ? AND remote_id IS NOT NULL
                        """)
                .params(publication.versionId(), publication.channel(), publication.addressee(), part)
                .query((row, number) -> post(row))
                .optional();
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

    /**
     * A step of an attempt.
     *
     * @param node null where a person or no node did it
     */
    record Step(int attempt, Instant at, UUID node, String step, String reason) {}

    void note(UUID publicationId, Step step) {
        UUID node = WITHIN_TRANSACTION.equals(step.node()) ? null : step.node();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.publication_attempt (publication_id, attempt, at, node, step, reason)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(publicationId, step.attempt(), Timestamps.of(step.at()), node, step.step(), step.reason())
                .update();
    }

    List<Step> stepsOf(UUID publicationId) {
        return jdbc.sql("SELECT * FROM firebreak.publication_attempt WHERE publication_id = ? ORDER BY id")
                .param(publicationId)
                .query((row, number) -> new Step(
                        row.getInt("attempt"),
                        Timestamps.read(row, "at"),
                        row.getObject("node", UUID.class),
                        row.getString("step"),
                        row.getString("reason")))
                .list();
    }

    private static Object timestamp(Instant at) {
        return at == null ? null : Timestamps.of(at);
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getObject("id", UUID.class),
                row.getString("case_reference"),
                row.getObject("statement_id", UUID.class),
                StatementKind.valueOf(row.getString("kind")),
                row.getString("language"),
                row.getObject("version_id", UUID.class),
                row.getInt("number"),
                row.getString("channel"),
                Audience.valueOf(row.getString("audience")),
                row.getInt("part"),
                row.getInt("parts"),
                row.getString("addressee"),
                row.getString("key"),
                row.getString("sha256"),
                row.getBoolean("apology"),
                row.getBoolean("dry_run"),
                row.getBoolean("by_hand"),
                List.of((String[]) row.getArray("links").getArray()),
                Timestamps.read(row, "created_at"),
                progress(row));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                PublicationState.valueOf(row.getString("state")),
                Timestamps.read(row, "not_before"),
                Timestamps.read(row, "first_tried_at"),
                row.getInt("attempt"),
                row.getInt("absences"),
                row.getInt("probes"),
                row.getObject("node", UUID.class),
                row.getString("reason"),
                row.getBoolean("left_out"),
                post(row),
                Timestamps.read(row, "sent_at"),
                row.getInt("read_backs"),
                row.getString("drift"));
    }

    /** Null when neither the server's own name for it nor its address is known. */
    private static RemotePost post(ResultSet row) throws SQLException {
        String id = row.getString("remote_id");
        String url = row.getString("url");
        return id == null && url == null ? null : new RemotePost(id, url, row.getString("remote_version"));
    }
}
