package io.firebreak.statement;

import io.firebreak.database.Timestamps;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of statements, with their form on each channel. */
@Repository
class VersionStore {

    private static final String VERSIONS =
            """
            SELECT v.*, s.kind, o.reason AS voided,
              ARRAY(SELECT a.user_id FROM firebreak.statement_author a WHERE a.version_id = v.id) AS authors
            FROM firebreak.statement_version v
            JOIN firebreak.statement s ON s.id = v.statement_id
            LEFT JOIN firebreak.statement_voided o ON o.version_id = v.id
            """;

    /** In the order of the seal. */
    private static final String RENDERINGS =
            """
            SELECT r.* FROM firebreak.rendering r
            JOIN firebreak.statement_version v ON v.id = r.version_id
            JOIN firebreak.statement s ON s.id = v.statement_id
            """;

    private static final String OF_CASE = " WHERE s.case_reference = ?";
    private static final String OWN = OF_CASE + " AND s.kind = 'STATEMENT'";
    private static final String OF_STATEMENT = " WHERE s.id = ?";

    /** The case and all that were merged into it, one by one or in turn. */
    private static final String MERGED =
            """
            WITH RECURSIVE merged AS (
              SELECT c.reference FROM firebreak.crisis_case c WHERE c.reference = ?
              UNION
              SELECT c.reference FROM firebreak.crisis_case c JOIN merged m ON c.merged_into = m.reference)
            SELECT reference FROM merged
            """;

    private final JdbcClient jdbc;
    private final PictureStore pictures;
    private final ApprovalStore approvals;

    VersionStore(JdbcClient jdbc, PictureStore pictures, ApprovalStore approvals) {
        this.jdbc = jdbc;
        this.pictures = pictures;
        this.approvals = approvals;
    }

    /** Says that the approval of a version no longer counts; false when that was said before. */
    boolean addVoided(UUID versionId, String reason, String voidedBy, Instant at) {
        return jdbc.sql(
                                """
                        INSERT INTO firebreak.statement_voided (version_id, reason, voided_by, voided_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (version_id) DO NOTHING
                        """)
                        .params(versionId, reason, voidedBy, Timestamps.of(at))
                        .update()
                > 0;
    }

    void add(StatementVersion version) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.statement_version
                          (id, statement_id, number, language, title, body, apology, correction_note, sha256, written_by,
                           written_at, known_facts, being_checked, next_word_at, original, translations)
                        VALUES (:id, :statementId, :number, :language, :title, :body, :apology, :correctionNote, :sha256,
                          :writtenBy, :writtenAt, :knownFacts, :beingChecked, :nextWordAt, :original,
                          CAST(:translations AS text[]))
                        """)
                .param("id", version.id())
                .param("statementId", version.statementId())
                .param("number", version.number())
                .param("language", version.text().language())
                .param("title", version.text().title())
                .param("body", version.text().body())
                .param("apology", version.text().apology())
                .param("correctionNote", version.text().correctionNote())
                .param("sha256", version.sha256())
                .param("writtenBy", version.writtenBy())
                .param("writtenAt", Timestamps.of(version.writtenAt()))
                .param(
                        "knownFacts",
                        version.holding() == null ? null : version.holding().knownFacts())
                .param(
                        "beingChecked",
                        version.holding() == null ? null : version.holding().beingChecked())
                .param(
                        "nextWordAt",
                        version.holding() == null
                                ? null
                                : Timestamps.of(version.holding().nextWordAt()))
                .param("original", version.original())
                .param("translations", version.translations().toArray(String[]::new))
                .update();
        version.authors().forEach(author -> jdbc.sql(
                        "INSERT INTO firebreak.statement_author (version_id, user_id) VALUES (?, ?)")
                .params(version.id(), author)
                .update());
        version.renderings().forEach(rendering -> add(version.id(), rendering));
    }

    private void add(UUID versionId, Rendering rendering) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.rendering (version_id, channel, part, text, payload, pictures)
                        VALUES (:versionId, :channel, :part, :text, :payload, CAST(:pictures AS int[]))
                        """)
                .param("versionId", versionId)
                .param("channel", rendering.channel())
                .param("part", rendering.part())
                .param("text", rendering.text())
                .param("payload", rendering.payload())
                .param("pictures", rendering.pictures().toArray(Integer[]::new))
                .update();
    }

    /** Of the case's own statement, oldest first. */
    List<StatementVersion> versionsOf(String caseReference) {
        return versions(OWN, caseReference);
    }

    /** Oldest first. */
    List<StatementVersion> versionsOf(UUID statementId) {
        return versions(OF_STATEMENT, statementId);
    }

    /** Of all that the case says, in the order of the statements and then of their versions. */
    List<StatementVersion> allVersionsOf(String caseReference) {
        return versions(OF_CASE, caseReference);
    }

    /** Of all that the case says and all that the cases said that were merged into it. */
    List<StatementVersion> versionsWithMergedOf(String caseReference) {
        return versions(" WHERE s.case_reference IN (" + MERGED + ")", caseReference);
    }

    private List<StatementVersion> versions(String which, Object key) {
        Map<UUID, List<Rendering>> renderings = renderingsOf(which, key);
        Map<UUID, List<StatementPicture>> shown = pictures.of(which, key);
        Map<UUID, Agreement> agreements = approvals.of(which, key);
        return jdbc.sql(VERSIONS + which + " ORDER BY s.position, v.number")
                .param(key)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return version(
                            row,
                            renderings.getOrDefault(id, List.of()),
                            shown.getOrDefault(id, List.of()),
                            agreements.getOrDefault(id, Agreement.NONE));
                })
                .list();
    }

    private Map<UUID, List<Rendering>> renderingsOf(String which, Object key) {
        Map<UUID, List<Rendering>> found = new HashMap<>();
        jdbc.sql(RENDERINGS + which + " ORDER BY r.position").param(key).query(row -> {
            found.computeIfAbsent(row.getObject("version_id", UUID.class), version -> new ArrayList<>())
                    .add(rendering(row));
        });
        return found;
    }

    private static Rendering rendering(ResultSet row) throws SQLException {
        return new Rendering(
                row.getString("channel"),
                row.getInt("part"),
                row.getString("text"),
                row.getString("payload"),
                List.of((Integer[]) row.getArray("pictures").getArray()));
    }

    private static StatementVersion version(
            ResultSet row, List<Rendering> renderings, List<StatementPicture> pictures, Agreement agreement)
            throws SQLException {
        return new StatementVersion(
                row.getObject("id", UUID.class),
                row.getObject("statement_id", UUID.class),
                row.getInt("number"),
                new StatementText(
                        row.getString("language"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getBoolean("apology"),
                        row.getString("correction_note"),
                        pictures),
                renderings,
                row.getString("sha256"),
                row.getString("written_by"),
                Timestamps.read(row, "written_at"),
                strings(row.getArray("authors")),
                agreement,
                StatementKind.valueOf(row.getString("kind")),
                holding(row),
                row.getObject("original", UUID.class),
                List.of((String[]) row.getArray("translations").getArray()),
                row.getString("voided"));
    }

    private static HoldingWords holding(ResultSet row) throws SQLException {
        Instant nextWordAt = Timestamps.read(row, "next_word_at");
        return nextWordAt == null
                ? null
                : new HoldingWords(row.getString("known_facts"), row.getString("being_checked"), nextWordAt);
    }

    private static Set<String> strings(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
