package io.firebreak.publishing;

import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of publications. */
@Repository
class PublicationStore {

    private static final String OF_CASE =
            """
             FROM firebreak.publication p
            JOIN firebreak.statement_version v ON v.id = p.version_id
            JOIN firebreak.statement s ON s.id = v.statement_id
            WHERE s.case_reference = ?
            """;

    private final JdbcClient jdbc;

    PublicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Publication publication) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.publication (id, version_id, channel, state, sha256, apology, url, sent_at)
                        VALUES (:id, :versionId, :channel, 'SENT', :sha256, :apology, :url, :sentAt)
                        """)
                .param("id", publication.id())
                .param("versionId", publication.versionId())
                .param("channel", publication.channel())
                .param("sha256", publication.sha256())
                .param("apology", publication.apology())
                .param("url", publication.url())
                .param("sentAt", Timestamps.of(publication.sentAt()))
                .update();
    }

    Optional<Publication> find(UUID versionId, String channel) {
        return jdbc.sql("SELECT * FROM firebreak.publication WHERE version_id = ? AND channel = ?")
                .params(versionId, channel)
                .query(PublicationStore::publication)
                .optional();
    }

    List<Publication> of(String caseReference) {
        return jdbc.sql("SELECT p.*" + OF_CASE + " ORDER BY p.sent_at")
                .param(caseReference)
                .query(PublicationStore::publication)
                .list();
    }

    /** One statement is one apology, on however many channels it is. */
    int apologiesOf(String caseReference) {
        return jdbc.sql("SELECT count(DISTINCT p.version_id)" + OF_CASE + " AND p.apology")
                .param(caseReference)
                .query(Integer.class)
                .single();
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getObject("id", UUID.class),
                row.getObject("version_id", UUID.class),
                row.getString("channel"),
                row.getString("sha256"),
                row.getBoolean("apology"),
                row.getString("url"),
                Timestamps.read(row, "sent_at"));
    }
}
