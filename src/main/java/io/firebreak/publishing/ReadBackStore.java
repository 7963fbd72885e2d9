package io.firebreak.publishing;

import io.firebreak.database.Timestamps;
import io.firebreak.publishing.channel.RemotePost;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was seen of publications after they went out, and whether it is still what was approved. */
@Repository
class ReadBackStore {

    private final JdbcClient jdbc;

    ReadBackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Publication> lockToReadBack(String channel, Instant now, int most) {
        return jdbc.sql(PublicationRows.SELECT_ANY
                        + " WHERE p.channel = :channel AND p.read_back_at <= :now ORDER BY p.read_back_at LIMIT :most"
                        + " FOR UPDATE OF p SKIP LOCKED")
                .param("channel", channel)
                .param("now", Timestamps.of(now))
                .param("most", most)
                .query(PublicationRows::publication)
                .list();
    }

    void readBack(UUID id, Instant next) {
        jdbc.sql("UPDATE firebreak.publication SET read_backs = read_backs + 1, read_back_at = ? WHERE id = ?")
                .params(PublicationRows.timestamp(next), id)
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

    /** Keeps what is seen in place of what was approved; false when that was known already. */
    boolean drifted(UUID id, String live) {
        return jdbc.sql(
                                "UPDATE firebreak.publication SET drift = :live, drift_reported = false WHERE id = :id AND drift IS DISTINCT FROM :live AND taken_down_at IS NULL")
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
                        PublicationRows.SELECT_ANY
                                + " WHERE p.id = ? AND p.drift IS NOT NULL AND NOT p.drift_reported FOR UPDATE OF p SKIP LOCKED")
                .param(id)
                .query(PublicationRows::publication)
                .optional();
    }

    void driftReported(UUID id) {
        jdbc.sql("UPDATE firebreak.publication SET drift_reported = true WHERE id = ?")
                .param(id)
                .update();
    }

    /** They are compared no more. */
    void end(Collection<UUID> ids) {
        jdbc.sql("UPDATE firebreak.publication SET read_back_at = NULL WHERE id = ANY(CAST(? AS uuid[]))")
                .param(texts(ids))
                .update();
    }

    /** They are gone on purpose; a difference that nobody was asked about yet is none. */
    void takenDown(Collection<UUID> ids, Instant at) {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET taken_down_at = ?, read_back_at = NULL, drift_reported = true
                        WHERE id = ANY(CAST(? AS uuid[])) AND taken_down_at IS NULL
                        """)
                .params(Timestamps.of(at), texts(ids))
                .update();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
