package io.firebreak.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures of versions. */
@Repository
class PictureStore {

    private static final String PICTURES =
            """
            SELECT i.version_id, i.name, i.media_type, i.alt_text, i.width, i.height, i.sha256
            FROM firebreak.statement_picture i
            JOIN firebreak.statement_version v ON v.id = i.version_id
            JOIN firebreak.statement s ON s.id = v.statement_id
            """;

    private final JdbcClient jdbc;

    PictureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID versionId, List<PictureFile> pictures) {
        for (int position = 0; position < pictures.size(); position++) {
            StatementPicture picture = pictures.get(position).picture();
            jdbc.sql(
                            """
                            INSERT INTO firebreak.statement_picture
                              (version_id, position, name, media_type, alt_text, width, height, sha256, bytes)
                            VALUES (:versionId, :position, :name, :mediaType, :altText, :width, :height, :sha256, :bytes)
                            """)
                    .param("versionId", versionId)
                    .param("position", position)
                    .param("name", picture.name())
                    .param("mediaType", picture.mediaType())
                    .param("altText", picture.altText())
                    .param("width", picture.width())
                    .param("height", picture.height())
                    .param("sha256", picture.sha256())
                    .param("bytes", pictures.get(position).bytes())
                    .update();
        }
    }

    /** With their bytes, in their order. */
    List<PictureFile> filesOf(UUID versionId) {
        return jdbc.sql("SELECT * FROM firebreak.statement_picture WHERE version_id = ? ORDER BY position")
                .param(versionId)
                .query((row, number) -> new PictureFile(picture(row), row.getBytes("bytes")))
                .list();
    }

    /**
     * Without their bytes, by version.
     *
     * @param which a condition on {@code firebreak.statement s} with one parameter
     */
    Map<UUID, List<StatementPicture>> of(String which, Object key) {
        Map<UUID, List<StatementPicture>> found = new HashMap<>();
        jdbc.sql(PICTURES + which + " ORDER BY i.version_id, i.position")
                .param(key)
                .query(row -> {
                    found.computeIfAbsent(row.getObject("version_id", UUID.class), version -> new ArrayList<>())
                            .add(picture(row));
                });
        return found;
    }

    private static StatementPicture picture(ResultSet row) throws SQLException {
        return new StatementPicture(
                row.getString("name"),
                row.getString("media_type"),
                row.getString("alt_text"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("sha256"));
    }
}
