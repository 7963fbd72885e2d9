package io.firebreak.publishing;

import io.firebreak.database.Timestamps;
import io.firebreak.publishing.Publication.Progress;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.statement.StatementKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How a row of the record of publications is read. */
final class PublicationRows {

    private PublicationRows() {}

    static final String SELECT =
            """
            SELECT p.*, v.number, v.language, s.case_reference, s.id AS statement_id, s.kind FROM firebreak.publication p
            JOIN firebreak.statement_version v ON v.id = p.version_id
            JOIN firebreak.statement s ON s.id = v.statement_id
            """;

    /** Of statements and replies alike. */
    static final String SELECT_ANY =
            """
            SELECT p.*, coalesce(v.number, r.number) AS number, coalesce(v.language, t.language) AS language,
              coalesce(s.case_reference, r.case_reference) AS case_reference,
              coalesce(s.id, r.id) AS statement_id, s.kind
            FROM firebreak.publication p
            LEFT JOIN firebreak.statement_version v ON v.id = p.statement_version_id
            LEFT JOIN firebreak.statement s ON s.id = v.statement_id
            LEFT JOIN firebreak.reply_version r ON r.id = p.reply_id
            LEFT JOIN firebreak.reply_route t ON t.version_id = p.reply_id
            """;

    static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getObject("id", UUID.class),
                row.getString("case_reference"),
                row.getObject("statement_id", UUID.class),
                kind(row),
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

    private static StatementKind kind(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return kind == null ? null : StatementKind.valueOf(kind);
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
                row.getString("drift"),
                Timestamps.read(row, "taken_down_at"));
    }

    /** Null when neither the server's own name for it nor its address is known. */
    static RemotePost post(ResultSet row) throws SQLException {
        String id = row.getString("remote_id");
        String url = row.getString("url");
        return id == null && url == null ? null : new RemotePost(id, url, row.getString("remote_version"));
    }

    static Object timestamp(Instant at) {
        return at == null ? null : Timestamps.of(at);
    }
}
