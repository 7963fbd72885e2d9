package io.firebreak.publishing;

import io.firebreak.database.Timestamps;
import io.firebreak.publishing.channel.RemotePost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of publications as their queue: what is due, who has it, what became of it. */
@Repository
class QueueStore {

    /** A part of a thread waits for the part before it. */
    private static final String ITS_TURN =
            """
             WHERE p.channel = :channel AND p.not_before <= :now AND NOT EXISTS (
               SELECT 1 FROM firebreak.publication before
               WHERE p.part > 1 AND before.version_id = p.version_id AND before.channel = p.channel
                 AND before.addressee = p.addressee AND before.part = p.part - 1 AND before.state <> 'SENT')
            """;

    private final JdbcClient jdbc;

    QueueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        return jdbc.sql(PublicationRows.SELECT_ANY + ITS_TURN
                        + " AND p.state IN ('PENDING', 'RETRY') ORDER BY p.not_before, p.part, p.addressee LIMIT :most"
                        + " FOR UPDATE OF p SKIP LOCKED")
                .param("channel", channel)
                .param("now", Timestamps.of(now))
                .param("most", most)
                .query(PublicationRows::publication)
                .list();
    }

    /** What is to be looked up now; locked as above. */
    List<Publication> lockToProbe(String channel, Instant now, int most) {
        return jdbc.sql(PublicationRows.SELECT_ANY
                        + " WHERE p.channel = :channel AND p.not_before <= :now AND p.state = 'UNKNOWN'"
                        + " ORDER BY p.not_before, p.part, p.addressee LIMIT :most FOR UPDATE OF p SKIP LOCKED")
                .param("channel", channel)
                .param("now", Timestamps.of(now))
                .param("most", most)
                .query(PublicationRows::publication)
                .list();
    }

    Optional<Publication> lock(UUID id) {
        return jdbc.sql(PublicationRows.SELECT_ANY + " WHERE p.id = ? FOR UPDATE OF p")
                .param(id)
                .query(PublicationRows::publication)
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
                .param("readBackAt", PublicationRows.timestamp(readBackAt))
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
                .param("notBefore", PublicationRows.timestamp(notBefore))
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
        return jdbc.sql(PublicationRows.SELECT_ANY
                        + " WHERE p.state = 'SENDING' AND p.node = ? FOR UPDATE OF p SKIP LOCKED")
                .param(node)
                .query(PublicationRows::publication)
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
}
