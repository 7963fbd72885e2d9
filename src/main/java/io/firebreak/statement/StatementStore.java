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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of statements. */
@Repository
class StatementStore {

    private static final String VERSIONS =
            """
            SELECT v.*, s.kind, o.reason AS voided, d.approved, d.sha256 AS decided_sha256, d.comments, d.decided_by, d.decided_at,
              ARRAY(SELECT a.user_id FROM firebreak.statement_author a WHERE a.version_id = v.id) AS authors
            FROM firebreak.statement_version v
            JOIN firebreak.statement s ON s.id = v.statement_id
            LEFT JOIN firebreak.statement_decision d ON d.version_id = v.id
            LEFT JOIN firebreak.statement_voided o ON o.version_id = v.id
            """;

    /** In the order of the seal. */
    private static final String RENDERINGS =
            """
            SELECT r.* FROM firebreak.rendering r
            JOIN firebreak.statement_version v ON v.id = r.version_id
            JOIN firebreak.statement s ON s.id = v.statement_id
            """;

    private static final String PICTURES =
            """
            SELECT i.version_id, i.name, i.media_type, i.alt_text, i.width, i.height, i.sha256
            FROM firebreak.statement_picture i
            JOIN firebreak.statement_version v ON v.id = i.version_id
            JOIN firebreak.statement s ON s.id = v.statement_id
            """;

    private static final String STATEMENTS = "SELECT s.* FROM firebreak.statement s";

    private static final String OF_CASE = " WHERE s.case_reference = ?";
    private static final String OWN = OF_CASE + " AND s.kind = 'STATEMENT'";
    private static final String OF_STATEMENT = " WHERE s.id = ?";
    private static final String LOCKED = " FOR UPDATE OF s";

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

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case's own statement, made when there is none; locked until the transaction ends. */
    Statement statementOf(String caseReference, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.statement (id, case_reference, created_at) VALUES (?, ?, ?)
                        ON CONFLICT (case_reference) WHERE kind = 'STATEMENT' DO NOTHING
                        """)
                .params(UUID.randomUUID(), caseReference, Timestamps.of(now))
                .update();
        return jdbc.sql(STATEMENTS + OWN + LOCKED)
                .param(caseReference)
                .query(StatementStore::statement)
                .single();
    }

    Statement addHolding(String caseReference, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.statement (id, case_reference, kind, created_at) VALUES (?, ?, 'HOLDING', ?)
                        """)
                .params(id, caseReference, Timestamps.of(now))
                .update();
        return lock(id).orElseThrow();
    }

    /** The translation of a statement into a language, made when there is none; locked until the transaction ends. */
    Statement translationOf(Statement original, String language, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.statement (id, case_reference, kind, language, translation_of, created_at)
                        VALUES (?, ?, 'TRANSLATION', ?, ?, ?)
                        ON CONFLICT (translation_of, language) WHERE kind = 'TRANSLATION' DO NOTHING
                        """)
                .params(UUID.randomUUID(), original.caseReference(), language, original.id(), Timestamps.of(now))
                .update();
        return jdbc.sql(STATEMENTS + " WHERE s.translation_of = ? AND s.language = ?" + LOCKED)
                .params(original.id(), language)
                .query(StatementStore::statement)
                .single();
    }

    Optional<Statement> find(UUID id) {
        return jdbc.sql(STATEMENTS + OF_STATEMENT)
                .param(id)
                .query(StatementStore::statement)
                .optional();
    }

    Optional<Statement> lock(UUID id) {
        return jdbc.sql(STATEMENTS + OF_STATEMENT + LOCKED)
                .param(id)
                .query(StatementStore::statement)
                .optional();
    }

    Optional<Statement> ownOf(String caseReference) {
        return jdbc.sql(STATEMENTS + OWN)
                .param(caseReference)
                .query(StatementStore::statement)
                .optional();
    }

    /** All of a case, in the order in which they were made. */
    List<Statement> of(String caseReference) {
        return jdbc.sql(STATEMENTS + OF_CASE + " ORDER BY s.position")
                .param(caseReference)
                .query(StatementStore::statement)
                .list();
    }

    void keepWord(UUID id, Instant at) {
        jdbc.sql("UPDATE firebreak.statement SET word_kept_at = ? WHERE id = ?")
                .params(Timestamps.of(at), id)
                .update();
    }

    void missWord(UUID id, Instant at) {
        jdbc.sql("UPDATE firebreak.statement SET word_missed_at = ? WHERE id = ?")
                .params(Timestamps.of(at), id)
                .update();
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

    List<PictureFile> picturesOf(UUID versionId) {
        return jdbc.sql("SELECT * FROM firebreak.statement_picture WHERE version_id = ? ORDER BY position")
                .param(versionId)
                .query((row, number) -> new PictureFile(picture(row), row.getBytes("bytes")))
                .list();
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

    void add(UUID versionId, StatementVersion.Decision decision) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.statement_decision (version_id, sha256, approved, comments, decided_by, decided_at)
                        VALUES (:versionId, :sha256, :approved, :comments, :decidedBy, :decidedAt)
                        """)
                .param("versionId", versionId)
                .param("sha256", decision.sha256())
                .param("approved", decision.approved())
                .param("comments", decision.comments())
                .param("decidedBy", decision.decidedBy())
                .param("decidedAt", Timestamps.of(decision.decidedAt()))
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
        Map<UUID, List<StatementPicture>> pictures = picturesOf(which, key);
        return jdbc.sql(VERSIONS + which + " ORDER BY s.position, v.number")
                .param(key)
                .query((row, number) -> version(row, of(renderings, row), of(pictures, row)))
                .list();
    }

    private static <T> List<T> of(Map<UUID, List<T>> byVersion, ResultSet row) throws SQLException {
        return byVersion.getOrDefault(row.getObject("id", UUID.class), List.of());
    }

    /** Without their bytes. */
    private Map<UUID, List<StatementPicture>> picturesOf(String which, Object key) {
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

    private static StatementVersion version(ResultSet row, List<Rendering> renderings, List<StatementPicture> pictures)
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
                decision(row).orElse(null),
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

    private static Statement statement(ResultSet row, int number) throws SQLException {
        return new Statement(
                row.getObject("id", UUID.class),
                row.getString("case_reference"),
                row.getLong("position"),
                StatementKind.valueOf(row.getString("kind")),
                row.getString("language"),
                row.getObject("translation_of", UUID.class),
                Timestamps.read(row, "created_at"),
                Timestamps.read(row, "word_kept_at"),
                Timestamps.read(row, "word_missed_at"));
    }

    private static Optional<StatementVersion.Decision> decision(ResultSet row) throws SQLException {
        if (row.getString("decided_by") == null) {
            return Optional.empty();
        }
        return Optional.of(new StatementVersion.Decision(
                row.getBoolean("approved"),
                row.getString("decided_sha256"),
                row.getString("comments"),
                row.getString("decided_by"),
                Timestamps.read(row, "decided_at")));
    }

    private static Set<String> strings(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
