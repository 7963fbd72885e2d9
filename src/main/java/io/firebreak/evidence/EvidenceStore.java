package io.firebreak.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.database.Timestamps;
import io.firebreak.evidence.EvidenceItem.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of evidence, whose rows the database itself protects. */
@Repository
class EvidenceStore {

    private static final String SELECT =
            """
            SELECT e.*, f.name AS file_name, f.media_type, f.size FROM firebreak.evidence e
            LEFT JOIN firebreak.evidence_file f ON f.id = e.id
            """;
    private static final String NEWEST_FIRST = " ORDER BY coalesce(e.published_at, e.kept_at) DESC, e.id";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    EvidenceStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All rows in one statement; a later state of a post is filed where the post is. */
    void add(Collection<Row> rows, String keptBy, Instant keptAt) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.evidence
                          (id, case_reference, kind, about, source, text, author_handle, author_name, url, published_at,
                          sha256, media, kept_by, kept_at)
                        SELECT post.id, coalesce(post.filed, first.case_reference), post.kind, post.about, post.source,
                          post.text, handle, name, post.url, at, post.sha256, post.media, :keptBy, :keptAt
                        FROM json_to_recordset(CAST(:posts AS json)) AS post (id uuid, filed text, kind text, about uuid,
                          source text, text text, handle text, name text, url text, at timestamptz, sha256 text, media jsonb)
                        LEFT JOIN firebreak.evidence first ON first.id = post.about
                        """)
                .param("posts", write(rows))
                .param("keptBy", keptBy)
                .param("keptAt", Timestamps.of(keptAt))
                .update();
    }

    /** As the statement above reads it. */
    record Row(
            UUID id,
            String filed,
            String kind,
            UUID about,
            String source,
            String text,
            String handle,
            String name,
            String url,
            String at,
            String sha256,
            List<MediaLink> media) {

        /**
         * @param caseReference null for none yet
         * @param about the post of which this is a later state; null for none
         */
        static Row of(Post post, Kind kind, String caseReference, UUID about) {
            return new Row(
                    post.id(),
                    caseReference,
                    kind.name(),
                    about,
                    post.source(),
                    post.text(),
                    post.authorHandle(),
                    post.authorName(),
                    post.url(),
                    post.publishedAt().toString(),
                    post.sha256(),
                    post.media().isEmpty() ? null : post.media());
        }
    }

    /** What is said about a file; its bytes are kept by {@link FileStore}. */
    void addFile(
            UUID id, String caseReference, String shows, UUID about, String sha256, String keptBy, Instant keptAt) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.evidence (id, case_reference, kind, source, text, about, sha256, kept_by, kept_at)
                        VALUES (?, ?, 'FILE', 'file', ?, ?, ?, ?, ?)
                        """)
                .params(id, caseReference, shows, about, sha256, keptBy, Timestamps.of(keptAt))
                .update();
    }

    void file(Collection<UUID> ids, String caseReference) {
        jdbc.sql(
                        """
                        UPDATE firebreak.evidence SET case_reference = :case
                        WHERE id = ANY(CAST(:ids AS uuid[])) OR kind = 'POST' AND about = ANY(CAST(:ids AS uuid[]))
                        """)
                .param("case", caseReference)
                .param("ids", texts(ids))
                .update();
    }

    /**
     * A post as it was kept once.
     *
     * @param post the one that was kept first
     */
    record State(UUID post, String sha256, boolean redacted) {}

    /** All states of these posts. */
    List<State> states(Collection<UUID> posts) {
        return jdbc.sql(
                        """
                        SELECT coalesce(about, id) AS post, sha256, redacted_at IS NOT NULL AS redacted FROM firebreak.evidence
                        WHERE kind = 'POST' AND (id = ANY(CAST(:ids AS uuid[])) OR about = ANY(CAST(:ids AS uuid[])))
                        """)
                .param("ids", texts(posts))
                .query((row, number) -> new State(
                        row.getObject("post", UUID.class), row.getString("sha256"), row.getBoolean("redacted")))
                .list();
    }

    int fileAll(String from, String into) {
        return jdbc.sql("UPDATE firebreak.evidence SET case_reference = :into WHERE case_reference = :from")
                .param("into", into)
                .param("from", from)
                .update();
    }

    void redact(UUID id, String redactedBy, Instant redactedAt, String reason) {
        jdbc.sql(
                        """
                        UPDATE firebreak.evidence SET text = NULL, author_handle = NULL, author_name = NULL, url = NULL, media = NULL,
                          redacted_by = ?, redacted_at = ?, redaction_reason = ?
                        WHERE id = ?
                        """)
                .params(redactedBy, Timestamps.of(redactedAt), reason, id)
                .update();
    }

    List<EvidenceItem> find(Collection<UUID> ids) {
        return jdbc.sql(SELECT + " WHERE e.id = ANY(CAST(:ids AS uuid[]))")
                .param("ids", texts(ids))
                .query(this::item)
                .list();
    }

    Optional<EvidenceItem> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE e.id = ?").param(id).query(this::item).optional();
    }

    Optional<EvidenceItem> findForUpdate(UUID id) {
        return jdbc.sql(SELECT + " WHERE e.id = ? FOR UPDATE OF e")
                .param(id)
                .query(this::item)
                .optional();
    }

    /** The file with these bytes, also when the law took them away: then the answer says so. */
    Optional<EvidenceItem> findFile(String caseReference, String sha256) {
        return jdbc.sql(SELECT + " WHERE e.case_reference = ? AND e.sha256 = ? AND e.kind = 'FILE'"
                        + " ORDER BY e.redacted_at NULLS LAST LIMIT 1")
                .params(caseReference, sha256)
                .query(this::item)
                .optional();
    }

    List<EvidenceItem> files(String caseReference) {
        return jdbc.sql(SELECT + " WHERE e.case_reference = ? AND e.kind = 'FILE'" + NEWEST_FIRST)
                .param(caseReference)
                .query(this::item)
                .list();
    }

    /**
     * @param kind null for all
     */
    EvidencePage page(String caseReference, Kind kind, int page, int size) {
        String kindName = kind == null ? null : kind.name();
        String which = " WHERE e.case_reference = :case AND (CAST(:kind AS text) IS NULL OR e.kind = :kind)";
        List<EvidenceItem> items = jdbc.sql(SELECT + which + NEWEST_FIRST + " LIMIT :size OFFSET :offset")
                .param("case", caseReference)
                .param("kind", kindName)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(this::item)
                .list();
        long total = jdbc.sql("SELECT count(*) FROM firebreak.evidence e" + which)
                .param("case", caseReference)
                .param("kind", kindName)
                .query(Long.class)
                .single();
        return new EvidencePage(items, page, size, total);
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Evidence must be plain values", e);
        }
    }

    private EvidenceItem item(ResultSet row, int number) throws SQLException {
        return new EvidenceItem(
                row.getObject("id", UUID.class),
                row.getString("case_reference"),
                Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getObject("about", UUID.class),
                row.getString("text"),
                row.getString("author_handle"),
                row.getString("author_name"),
                row.getString("url"),
                media(row.getString("media")),
                Timestamps.read(row, "published_at"),
                row.getString("sha256"),
                file(row),
                row.getString("kept_by"),
                Timestamps.read(row, "kept_at"),
                row.getString("redacted_by"),
                Timestamps.read(row, "redacted_at"),
                row.getString("redaction_reason"));
    }

    private List<MediaLink> media(String kept) {
        try {
            return kept == null ? List.of() : json.readValue(kept, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The media of a piece of evidence can't be read", e);
        }
    }

    private static FileFacts file(ResultSet row) throws SQLException {
        String mediaType = row.getString("media_type");
        return mediaType == null ? null : new FileFacts(row.getString("file_name"), mediaType, row.getInt("size"));
    }
}
