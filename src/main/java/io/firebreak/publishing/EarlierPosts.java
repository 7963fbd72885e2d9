package io.firebreak.publishing;

import io.firebreak.publishing.channel.RemotePost;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the public finds what a publication refers to: the text that it puts right, the part before it. */
@Repository
class EarlierPosts {

    private final JdbcClient jdbc;

    EarlierPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                .query((row, number) -> PublicationRows.post(row))
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
                .query((row, number) -> PublicationRows.post(row))
                .optional();
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
}
