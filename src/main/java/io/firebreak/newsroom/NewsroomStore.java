package io.firebreak.newsroom;

import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the newsroom. */
@Repository
class NewsroomStore {

    /** Where a statement stands, and which of its public versions is meant. */
    record Address(String slug, int version) {

        Address next() {
            return new Address(slug, version + 1);
        }
    }

    private final JdbcClient jdbc;

    NewsroomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets no other release in until the transaction ends; gives the position of the last one. */
    long lock() {
        return jdbc.sql("SELECT last_position FROM firebreak.newsroom_site FOR UPDATE")
                .query(Long.class)
                .single();
    }

    /** Of what is committed: whatever has this position or one before is there to be read. */
    long lastPosition() {
        return jdbc.sql("SELECT last_position FROM firebreak.newsroom_site")
                .query(Long.class)
                .single();
    }

    /** What the newsroom is called in feeds, for ever. */
    UUID siteId() {
        return jdbc.sql("SELECT id FROM firebreak.newsroom_site")
                .query(UUID.class)
                .single();
    }

    Optional<Address> addressOfVersion(UUID versionId) {
        return jdbc.sql(
                        """
                        SELECT s.slug, r.version
                          FROM firebreak.newsroom_release r JOIN firebreak.newsroom_statement s USING (statement_id)
                         WHERE r.version_id = :id
                        """)
                .param("id", versionId)
                .query(Address.class)
                .optional();
    }

    Optional<Address> addressOfStatement(UUID statementId) {
        return jdbc.sql(
                        """
                        SELECT s.slug, r.version
                          FROM firebreak.newsroom_release r JOIN firebreak.newsroom_statement s USING (statement_id)
                         WHERE r.statement_id = :id
                         ORDER BY r.version DESC LIMIT 1
                        """)
                .param("id", statementId)
                .query(Address.class)
                .optional();
    }

    boolean isTaken(String slug) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM firebreak.newsroom_statement WHERE slug = :slug)")
                .param("slug", slug)
                .query(Boolean.class)
                .single();
    }

    void addStatement(UUID statementId, String slug) {
        jdbc.sql("INSERT INTO firebreak.newsroom_statement (statement_id, slug) VALUES (:id, :slug)")
                .param("id", statementId)
                .param("slug", slug)
                .update();
    }

    /** To be called with the lock held, and with the position after the last one. */
    void add(NewsroomRelease release, int version, long position) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.newsroom_release (position, statement_id, version, version_id, language,
                                                                title, body, correction_note, released_at)
                        VALUES (:position, :statementId, :version, :versionId, :language,
                                :title, :body, :correctionNote, :releasedAt)
                        """)
                .param("position", position)
                .param("statementId", release.statementId())
                .param("version", version)
                .param("versionId", release.versionId())
                .param("language", release.language())
                .param("title", release.title())
                .param("body", release.body())
                .param("correctionNote", release.correctionNote())
                .param("releasedAt", Timestamps.of(release.releasedAt()))
                .update();
        for (int number = 1; number <= release.pictures().size(); number++) {
            add(position, number, release.pictures().get(number - 1));
        }
        jdbc.sql("UPDATE firebreak.newsroom_site SET last_position = :position")
                .param("position", position)
                .update();
    }

    /** To be called with the lock held, and with the position after the last one. */
    void add(NewsroomTakeDown takeDown, long position) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.newsroom_take_down
                          (position, statement_id, channel, language, title, explanation, taken_down_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        position,
                        takeDown.statementId(),
                        takeDown.channel(),
                        takeDown.language(),
                        takeDown.title(),
                        takeDown.explanation(),
                        Timestamps.of(takeDown.takenDownAt()))
                .update();
        jdbc.sql("UPDATE firebreak.newsroom_site SET last_position = :position")
                .param("position", position)
                .update();
    }

    /** What was taken down since, in the order of the positions. */
    List<PublishedTakeDown> takenDownAfter(long position) {
        return jdbc.sql("SELECT * FROM firebreak.newsroom_take_down WHERE position > ? ORDER BY position")
                .param(position)
                .query((row, number) -> new PublishedTakeDown(
                        row.getLong("position"),
                        row.getObject("statement_id", UUID.class),
                        row.getString("channel"),
                        row.getString("language"),
                        row.getString("title"),
                        row.getString("explanation"),
                        Timestamps.read(row, "taken_down_at")))
                .list();
    }

    private void add(long position, int number, NewsroomPicture picture) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.newsroom_picture
                          (position, number, media_type, alt_text, width, height, sha256, bytes)
                        VALUES (:position, :number, :mediaType, :altText, :width, :height,
                                encode(sha256(:bytes), 'hex'), :bytes)
                        """)
                .param("position", position)
                .param("number", number)
                .param("mediaType", picture.mediaType())
                .param("altText", picture.altText())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("bytes", picture.bytes())
                .update();
    }

    byte[] pictureBytes(String sha256) {
        return jdbc.sql("SELECT bytes FROM firebreak.newsroom_picture WHERE sha256 = ? LIMIT 1")
                .param(sha256)
                .query((row, number) -> row.getBytes("bytes"))
                .single();
    }

    private Map<Long, List<PublishedPicture>> picturesAfter(long position) {
        Map<Long, List<PublishedPicture>> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT position, media_type, alt_text, width, height, sha256 FROM firebreak.newsroom_picture
                         WHERE position > ? ORDER BY position, number
                        """)
                .param(position)
                .query(row -> {
                    found.computeIfAbsent(row.getLong("position"), release -> new ArrayList<>())
                            .add(new PublishedPicture(
                                    row.getString("media_type"),
                                    row.getString("alt_text"),
                                    row.getInt("width"),
                                    row.getInt("height"),
                                    row.getString("sha256")));
                });
        return found;
    }

    /** What was released since; as positions have no gap, nothing that commits later can come before these. */
    List<PublishedRelease> releasedAfter(long position) {
        List<PublishedRelease> releases = jdbc.sql(
                        """
                        SELECT r.*, s.slug
                          FROM firebreak.newsroom_release r JOIN firebreak.newsroom_statement s USING (statement_id)
                         WHERE r.position > :position
                         ORDER BY r.position
                        """)
                .param("position", position)
                .query(NewsroomStore::release)
                .list();
        // read after the releases: whatever is there by now has its pictures beside it
        Map<Long, List<PublishedPicture>> pictures = picturesAfter(position);
        return releases.stream()
                .map(release -> release.with(pictures.getOrDefault(release.position(), List.of())))
                .toList();
    }

    private static PublishedRelease release(ResultSet row, int number) throws SQLException {
        return new PublishedRelease(
                row.getLong("position"),
                row.getObject("statement_id", UUID.class),
                row.getString("slug"),
                row.getInt("version"),
                row.getString("language"),
                row.getString("title"),
                row.getString("body"),
                row.getString("correction_note"),
                List.of(),
                Timestamps.read(row, "released_at"),
                null);
    }
}
