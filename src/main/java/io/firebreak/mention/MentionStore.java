package io.firebreak.mention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.crisis.CaseReference;
import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of mentions. Many rows go in and out by one statement each. */
@Repository
class MentionStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    MentionStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Waits until nobody else puts mentions of these brands to cases; others wait until this transaction ends. */
    void lockBrands(Collection<String> brands) {
        brands.stream().distinct().sorted().forEach(brand -> jdbc.sql(
                        "SELECT pg_advisory_xact_lock(hashtextextended('firebreak.mention:' || ?, 0))")
                .param(brand)
                .query((row, number) -> row.getObject(1))
                .list());
    }

    /**
     * Adds those that are not known yet, in an order that is the same for all, so that two calls with the same mentions
     * wait for each other and not both.
     *
     * @return the ids of those that are new
     */
    Set<UUID> add(Collection<NewMention> mentions, Map<UUID, Integer> hostileWords, Instant receivedAt) {
        List<Row> rows = mentions.stream()
                .map(mention -> Row.of(mention, hostileWords.get(mention.id()), receivedAt))
                .sorted(Comparator.comparing(Row::identity))
                .toList();
        return new HashSet<>(jdbc.sql(
                        """
                        INSERT INTO firebreak.mention (id, source, external_id, identity, brand, thread, thread_identity,
                          author_reach, author_since, language, published_at, received_at, hostile_words)
                        SELECT id, source, external_id, identity, brand, thread, thread_identity, reach, since, language,
                          at, :receivedAt, hostile_words
                        FROM json_to_recordset(CAST(:rows AS json)) AS row (id uuid, source text, external_id text,
                          identity text, brand text, thread text, thread_identity text, reach bigint, since date,
                          language text, at timestamptz, hostile_words int)
                        ORDER BY identity
                        ON CONFLICT (identity) DO NOTHING
                        RETURNING id
                        """)
                .param("receivedAt", Timestamps.of(receivedAt))
                .param("rows", write(rows))
                .query(UUID.class)
                .list());
    }

    /** As the statement above reads it. */
    private record Row(
            UUID id,
            String source,
            String external_id,
            String identity,
            String brand,
            String thread,
            String thread_identity,
            Long reach,
            String since,
            String language,
            String at,
            int hostile_words) {

        static Row of(NewMention mention, int hostileWords, Instant receivedAt) {
            Instant at = mention.publishedAt().isAfter(receivedAt) ? receivedAt : mention.publishedAt();
            LocalDate since = mention.author().since();
            return new Row(
                    mention.id(),
                    mention.source(),
                    mention.externalId(),
                    mention.identity(),
                    mention.brand(),
                    mention.thread(),
                    mention.threadIdentity(),
                    mention.author().reach(),
                    since == null ? null : since.toString(),
                    mention.language(),
                    at.toString(),
                    hostileWords);
        }
    }

    /** Puts each of the mentions to its case. */
    void place(Collection<Placement> placements, Instant joinedAt) {
        if (placements.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        UPDATE firebreak.mention SET case_reference = row.target, joined_by = row.way, joined_at = :joinedAt
                        FROM json_to_recordset(CAST(:rows AS json)) AS row (mention uuid, target text, way text)
                        WHERE id = row.mention
                        """)
                .param("joinedAt", Timestamps.of(joinedAt))
                .param(
                        "rows",
                        write(placements.stream()
                                .map(placement -> Map.of(
                                        "mention", placement.mention(),
                                        "target", placement.to().toString(),
                                        "way", placement.by().name()))
                                .toList()))
                .update();
    }

    /**
     * Puts the waiting mentions of the threads, to which the given mentions belong, to the cases of these.
     *
     * @return what was put where
     */
    List<Placement> followThreads(Collection<UUID> placed, Instant joinedAt) {
        if (placed.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        UPDATE firebreak.mention waiting
                        SET case_reference = thread.case_reference, joined_by = 'THREAD', joined_at = :joinedAt
                        FROM (SELECT DISTINCT ON (thread_identity) thread_identity, case_reference
                              FROM firebreak.mention WHERE id = ANY(CAST(:placed AS uuid[]))
                              ORDER BY thread_identity, published_at, id) thread
                        WHERE waiting.thread_identity = thread.thread_identity AND waiting.case_reference IS NULL
                        RETURNING waiting.id, waiting.case_reference
                        """)
                .param("joinedAt", Timestamps.of(joinedAt))
                .param("placed", texts(placed))
                .query((row, number) -> new Placement(
                        row.getObject(1, UUID.class), CaseReference.parse(row.getString(2)), JoinedBy.THREAD))
                .list();
    }

    /** The case to which a mention of each thread was put last, by the threads' identities. */
    Map<String, CaseReference> casesOfThreads(Collection<String> threadIdentities) {
        return jdbc
                .sql(
                        """
                        SELECT thread.identity, last.case_reference
                        FROM unnest(:threads) AS thread (identity),
                          LATERAL (SELECT case_reference FROM firebreak.mention
                                   WHERE thread_identity = thread.identity AND case_reference IS NOT NULL
                                   ORDER BY joined_at DESC NULLS LAST, id LIMIT 1) last
                        """)
                .param("threads", threadIdentities.stream().distinct().toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString(1), CaseReference.parse(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What counts for a flood of a brand: the mentions that wait and those that the table Intake put to a case.
     *
     * @param caseReference null while it waits
     */
    record Counted(UUID id, Instant publishedAt, int hostileWords, CaseReference caseReference) {

        boolean isWaiting() {
            return caseReference == null;
        }

        boolean isHostile() {
            return hostileWords > 0;
        }
    }

    /** Oldest first, both ends included. */
    List<Counted> counted(String brand, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        SELECT id, published_at, hostile_words, case_reference FROM firebreak.mention
                        WHERE brand = :brand AND published_at BETWEEN :from AND :to
                          AND (case_reference IS NULL OR joined_by = 'INTAKE')
                        ORDER BY published_at, id
                        """)
                .param("brand", brand)
                .param("from", Timestamps.of(from))
                .param("to", Timestamps.of(to))
                .query((row, number) -> new Counted(
                        row.getObject("id", UUID.class),
                        Timestamps.read(row, "published_at"),
                        row.getInt("hostile_words"),
                        caseReference(row)))
                .list();
    }

    /** The ids of some waiting mentions of a brand, in the order of their ids. */
    List<UUID> waiting(String brand, UUID after, int atMost) {
        return jdbc.sql(
                        """
                        SELECT id FROM firebreak.mention
                        WHERE brand = :brand AND case_reference IS NULL AND (CAST(:after AS uuid) IS NULL OR id > :after)
                        ORDER BY id LIMIT :atMost
                        """)
                .param("brand", brand)
                .param("after", after)
                .param("atMost", atMost)
                .query(UUID.class)
                .list();
    }

    /** The mention of the same name at its source, else one of the same brand with the same link. */
    Optional<UUID> sameAs(NewMention mention) {
        return jdbc.sql(
                        """
                        SELECT id FROM (
                          SELECT id, 1 AS rank, published_at FROM firebreak.mention WHERE identity = :identity
                          UNION ALL
                          SELECT m.id, 2, m.published_at FROM firebreak.evidence e JOIN firebreak.mention m ON m.id = e.id
                          WHERE e.url = CAST(:url AS text) AND m.brand = :brand) known
                        ORDER BY rank, published_at, id LIMIT 1
                        """)
                .param("identity", mention.identity())
                .param("url", mention.url())
                .param("brand", mention.brand())
                .query(UUID.class)
                .optional();
    }

    Optional<Mention> find(UUID id) {
        return jdbc.sql("SELECT * FROM firebreak.mention WHERE id = ?")
                .param(id)
                .query(MentionStore::mention)
                .optional();
    }

    /** Puts everything of one case to another; what put it to a case stays the same. */
    int moveAll(CaseReference from, CaseReference into) {
        return jdbc.sql("UPDATE firebreak.mention SET case_reference = ? WHERE case_reference = ?")
                .params(into.toString(), from.toString())
                .update();
    }

    /**
     * @param total how many mentions the whole list has
     */
    record Found(List<Mention> mentions, long total) {}

    Found page(MentionSearch search) {
        String where =
                """
                 WHERE (CAST(:case AS text) IS NULL OR case_reference = :case)
                   AND (NOT :unassigned OR case_reference IS NULL)
                   AND (CAST(:brand AS text) IS NULL OR brand = :brand)
                """;
        List<Mention> mentions = bind(
                        jdbc.sql("SELECT * FROM firebreak.mention" + where
                                + " ORDER BY published_at DESC, id LIMIT :limit OFFSET :offset"),
                        search)
                .param("limit", search.size())
                .param("offset", (long) search.page() * search.size())
                .query(MentionStore::mention)
                .list();
        long total = bind(jdbc.sql("SELECT count(*) FROM firebreak.mention" + where), search)
                .query(Long.class)
                .single();
        return new Found(mentions, total);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, MentionSearch search) {
        return statement
                .param(
                        "case",
                        search.caseReference() == null
                                ? null
                                : search.caseReference().toString())
                .param("unassigned", search.unassigned())
                .param("brand", search.brand());
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Mentions must be plain values", e);
        }
    }

    private static Mention mention(ResultSet row, int number) throws SQLException {
        String joinedBy = row.getString("joined_by");
        return new Mention(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("brand"),
                row.getString("thread"),
                row.getObject("author_reach", Long.class),
                row.getObject("author_since", LocalDate.class),
                row.getString("language"),
                Timestamps.read(row, "published_at"),
                Timestamps.read(row, "received_at"),
                row.getInt("hostile_words"),
                caseReference(row),
                joinedBy == null ? null : JoinedBy.valueOf(joinedBy),
                Timestamps.read(row, "joined_at"));
    }

    private static CaseReference caseReference(ResultSet row) throws SQLException {
        String reference = row.getString("case_reference");
        return reference == null ? null : CaseReference.parse(reference);
    }
}
