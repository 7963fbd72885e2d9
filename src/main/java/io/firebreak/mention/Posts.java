package io.firebreak.mention;

import io.firebreak.crisis.CaseReference;
import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was written about a brand, with its words. What the law took away is left out. */
@Component
public class Posts {

    private static final String POSTS =
            """
            SELECT m.id, m.source, m.external_id, m.thread, e.author_handle, m.author_since, m.published_at, e.text, e.url
            FROM firebreak.mention m JOIN firebreak.evidence e ON e.id = m.id
            WHERE e.text IS NOT NULL
            """;

    private final JdbcClient jdbc;

    Posts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The post that a case is about: the one that opened it, else the one to which its report links, else its oldest. */
    @Transactional(readOnly = true)
    public Optional<Post> about(CaseReference reference) {
        return jdbc.sql(
                        POSTS
                                + """
                                 AND m.case_reference = :reference
                                ORDER BY m.id IN (SELECT mention_id FROM firebreak.case_intake WHERE case_reference = :reference) DESC,
                                  e.url IS NOT DISTINCT FROM (SELECT source_url FROM firebreak.crisis_case WHERE reference = :reference) DESC,
                                  m.published_at, m.id LIMIT 1
                                """)
                .param("reference", reference.toString())
                .query(Posts::post)
                .optional();
    }

    /** The newest post of a case by somebody of this name, however it is spelt. */
    @Transactional(readOnly = true)
    public Optional<Post> newestOf(CaseReference reference, String handle) {
        return jdbc.sql(
                        POSTS
                                + """
                                 AND m.case_reference = :reference
                                  AND lower(ltrim(btrim(e.author_handle), '@')) = lower(ltrim(btrim(:handle), '@'))
                                ORDER BY m.published_at DESC, m.id LIMIT 1
                                """)
                .param("reference", reference.toString())
                .param("handle", handle)
                .query(Posts::post)
                .optional();
    }

    /** What was written about a brand in a stretch of time, both ends included; the oldest where there are too many. */
    @Transactional(readOnly = true)
    public List<Post> between(String brand, Instant from, Instant to, int most) {
        return jdbc.sql(POSTS
                        + " AND m.brand = :brand AND m.published_at BETWEEN :from AND :to"
                        + " ORDER BY m.published_at, m.id LIMIT :most")
                .param("brand", brand)
                .param("from", Timestamps.of(from))
                .param("to", Timestamps.of(to))
                .param("most", most)
                .query(Posts::post)
                .list();
    }

    /** What an account has written about a brand since a moment, newest first. */
    @Transactional(readOnly = true)
    public List<Post> of(String brand, String source, String handle, Instant since, int most) {
        return jdbc.sql(
                        POSTS
                                + """
                                 AND e.source = :source AND e.author_handle = :handle AND m.brand = :brand
                                  AND m.published_at >= :since
                                ORDER BY m.published_at DESC, m.id LIMIT :most
                                """)
                .param("source", source)
                .param("handle", handle)
                .param("brand", brand)
                .param("since", Timestamps.of(since))
                .param("most", most)
                .query(Posts::post)
                .list();
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        return new Post(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("thread"),
                row.getString("author_handle"),
                row.getObject("author_since", LocalDate.class),
                Timestamps.read(row, "published_at"),
                row.getString("text"),
                row.getString("url"));
    }
}
