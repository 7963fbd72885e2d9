package io.firebreak.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the newsroom. Relies on READ COMMITTED, the isolation that the engine demands too. */
@Repository
class ReleaseStore {

    private static final String SELECT_RELEASES =
            """
            select r.statement_id, s.slug, r.version, r.version_id, r.language, r.title, r.body, r.correction_note,
                   r.released_at
              from firebreak.newsroom_release r
              join firebreak.newsroom_statement s on s.statement_id = r.statement_id
            """;

    private final JdbcClient database;

    ReleaseStore(JdbcClient database) {
        this.database = database;
    }

    /** The slug of the statement's page; makes the page's name when there is none, and holds the statement for us. */
    String claim(UUID statementId, Stream<String> slugs) {
        Optional<String> existing = lock(statementId);
        return existing.orElseGet(() -> slugs.filter(slug -> insertStatement(statementId, slug) || exists(statementId))
                .findFirst()
                .flatMap(slug -> lock(statementId))
                .orElseThrow());
    }

    /** Waits for a transaction that is making the same page or taking the same name; false when it got there first. */
    private boolean insertStatement(UUID statementId, String slug) {
        return database.sql(
                                """
                                insert into firebreak.newsroom_statement (statement_id, slug) values (:statementId, :slug)
                                on conflict do nothing
                                """)
                        .param("statementId", statementId)
                        .param("slug", slug)
                        .update()
                == 1;
    }

    private boolean exists(UUID statementId) {
        return lock(statementId).isPresent();
    }

    private Optional<String> lock(UUID statementId) {
        return database.sql("select slug from firebreak.newsroom_statement where statement_id = :id for update")
                .param("id", statementId)
                .query(String.class)
                .optional();
    }

    void insert(PublishedRelease release) {
        database.sql(
                        """
                        insert into firebreak.newsroom_release
                               (statement_id, version, version_id, language, title, body, correction_note, released_at)
                        values (:statementId, :version, :versionId, :language, :title, :body, :correctionNote, :releasedAt)
                        """)
                .param("statementId", release.statementId())
                .param("version", release.version())
                .param("versionId", release.versionId())
                .param("language", release.language())
                .param("title", release.title())
                .param("body", release.body())
                .param("correctionNote", release.correctionNote())
                .param("releasedAt", OffsetDateTime.ofInstant(release.releasedAt(), ZoneOffset.UTC))
                .update();
    }

    Optional<PublishedRelease> findVersion(UUID versionId) {
        return database.sql(SELECT_RELEASES + " where r.version_id = :versionId")
                .param("versionId", versionId)
                .query(ReleaseStore::release)
                .optional();
    }

    Optional<PublishedRelease> findNewest(UUID statementId) {
        return database.sql(SELECT_RELEASES + " where r.statement_id = :statementId order by r.version desc limit 1")
                .param("statementId", statementId)
                .query(ReleaseStore::release)
                .optional();
    }

    List<PublishedRelease> findAll() {
        return database.sql(SELECT_RELEASES + " order by r.statement_id, r.version")
                .query(ReleaseStore::release)
                .list();
    }

    List<PublishedRelease> findAllOf(Collection<UUID> statementIds) {
        return database.sql(SELECT_RELEASES + " where r.statement_id in (:ids) order by r.statement_id, r.version")
                .param("ids", Set.copyOf(statementIds))
                .query(ReleaseStore::release)
                .list();
    }

    NewsroomIdentity identity() {
        return database.sql("select feed_id, started_at from firebreak.newsroom_identity")
                .query((row, number) ->
                        new NewsroomIdentity(row.getObject("feed_id", UUID.class), time(row, "started_at")))
                .single();
    }

    /** The place from which {@link #changesSince} misses nothing that is not visible now. */
    String position() {
        return database.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /**
     * What was released by transactions that were not over at the given position; some of it may be known already. After
     * a restore from a dump old rows can show up again at each call (transaction numbers start anew), never too few.
     */
    Changes changesSince(String position) {
        var rows = database.sql(
                        """
                        select pg_snapshot_xmin(pg_current_snapshot())::text as position, r.statement_id, r.version
                          from (values (1)) as always
                          left join firebreak.newsroom_release r on r.written_in >= cast(:position as xid8)
                        """)
                .param("position", position)
                .query((row, number) -> new ChangeRow(
                        row.getString("position"), row.getObject("statement_id", UUID.class), row.getInt("version")))
                .list();
        List<ReleaseKey> released = rows.stream()
                .filter(row -> row.statementId() != null)
                .map(row -> new ReleaseKey(row.statementId(), row.version()))
                .toList();
        return new Changes(rows.get(0).position(), released);
    }

    private static PublishedRelease release(ResultSet row, int number) throws SQLException {
        return new PublishedRelease(
                row.getObject("statement_id", UUID.class),
                row.getString("slug"),
                row.getInt("version"),
                row.getObject("version_id", UUID.class),
                row.getString("language"),
                row.getString("title"),
                row.getString("body"),
                row.getString("correction_note"),
                time(row, "released_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** What tells this newsroom from all others, for feed readers. */
    record NewsroomIdentity(UUID feedId, Instant startedAt) {}

    record ReleaseKey(UUID statementId, int version) {}

    /** What was released, and the position to go on from. */
    record Changes(String position, List<ReleaseKey> released) {}

    private record ChangeRow(String position, UUID statementId, int version) {}
}
