package io.firebreak.author;

import io.firebreak.author.AuthorFinding.Countersignature;
import io.firebreak.author.AuthorFinding.Investigation;
import io.firebreak.crisis.CaseReference;
import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of author verification. */
@Repository
class AuthorStore {

    /** A check with all that followed from it, the newest conclusion alone. */
    private static final String CHECKS =
            """
            SELECT c.*, f.finding, f.advice, i.id AS conclusion_id, i.conclusion, i.reason, i.evidence, i.concluded_by,
              i.authors AS conclusion_authors, i.concluded_at, s.agreed, s.reason AS sign_reason, s.signed_by, s.signed_at
            FROM firebreak.author_check c
            LEFT JOIN firebreak.author_finding f ON f.check_id = c.id
            LEFT JOIN LATERAL (SELECT * FROM firebreak.author_conclusion o WHERE o.check_id = c.id
              ORDER BY o.id DESC LIMIT 1) i ON true
            LEFT JOIN firebreak.author_countersignature s ON s.conclusion_id = i.id
            WHERE c.case_reference = ?
            """;

    private final JdbcClient jdbc;

    AuthorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A check with its number.
     *
     * @param conclusionId null where nobody concluded anything
     * @param known its finding is null where the table has not been asked yet
     */
    record Checked(long id, Long conclusionId, AuthorFinding known) {}

    /** The newest check, whether the table was asked about it or not. */
    Optional<Checked> newestCheck(String caseReference) {
        return jdbc.sql(CHECKS + " ORDER BY c.id DESC LIMIT 1")
                .param(caseReference)
                .query(AuthorStore::checked)
                .optional();
    }

    /** The newest check about which the table has said something. */
    Optional<AuthorFinding> newestFinding(String caseReference) {
        return jdbc.sql(CHECKS + " AND f.finding IS NOT NULL ORDER BY c.id DESC LIMIT 1")
                .param(caseReference)
                .query(AuthorStore::checked)
                .optional()
                .map(Checked::known);
    }

    Set<CaseReference> casesOfSameAuthor(String caseReference, Instant since) {
        return jdbc
                .sql(
                        """
                        SELECT DISTINCT a.case_reference
                        FROM firebreak.author_check a
                        JOIN firebreak.crisis_case c ON c.reference = a.case_reference
                        JOIN firebreak.crisis_case own ON own.reference = :reference
                        WHERE a.author = (SELECT author FROM firebreak.author_check WHERE case_reference = :reference
                                          ORDER BY id DESC LIMIT 1)
                          AND c.brand = own.brand AND c.drill = own.drill
                          AND (c.closed_at IS NULL OR c.closed_at >= :since)
                        """)
                .param("reference", caseReference)
                .param("since", Timestamps.of(since))
                .query(String.class)
                .list()
                .stream()
                .map(CaseReference::parse)
                .collect(Collectors.toSet());
    }

    /** Gives the number of the check. */
    long add(String caseReference, AuthorCheck check, String checkedBy, Instant checkedAt) {
        AuthorSignals signals = check.signals();
        return jdbc.sql(
                        """
                        INSERT INTO firebreak.author_check (case_reference, handle, place, order_matched, order_number,
                          young_account, near_duplicates, shared_link_burst, no_other_topics, synchronous_activity,
                          notes, checked_by, checked_at)
                        VALUES (:reference, :handle, :place, :orderMatched, :orderNumber, :youngAccount,
                          :nearDuplicates, :sharedLinkBurst, :noOtherTopics, :synchronousActivity, :notes, :checkedBy,
                          :checkedAt)
                        RETURNING id
                        """)
                .param("reference", caseReference)
                .param("handle", check.handle())
                .param("place", check.place())
                .param("orderMatched", check.orderMatched())
                .param("orderNumber", check.orderNumber(), Types.VARCHAR)
                .param("youngAccount", signals.youngAccount().name())
                .param("nearDuplicates", signals.nearDuplicates().name())
                .param("sharedLinkBurst", signals.sharedLinkBurst().name())
                .param("noOtherTopics", signals.noOtherTopics().name())
                .param("synchronousActivity", signals.synchronousActivity().name())
                .param("notes", check.notes(), Types.VARCHAR)
                .param("checkedBy", checkedBy)
                .param("checkedAt", Timestamps.of(checkedAt))
                .query(Long.class)
                .single();
    }

    /** What was proposed to whoever made the check, signal by signal. */
    void addObservations(long checkId, Map<String, AuthorFile.Observation> observations) {
        observations.forEach((signal, seen) -> jdbc.sql(
                        """
                        INSERT INTO firebreak.author_observation (check_id, signal, answer, words, mentions)
                        VALUES (?, ?, ?, ?, CAST(? AS uuid[]))
                        """)
                .params(
                        checkId,
                        signal,
                        seen.answer().name(),
                        seen.words(),
                        seen.posts().stream().map(post -> post.id().toString()).toArray(String[]::new))
                .update());
    }

    void addFinding(long checkId, Finding finding, String advice, Instant foundAt) {
        jdbc.sql("INSERT INTO firebreak.author_finding (check_id, finding, advice, found_at) VALUES (?, ?, ?, ?)")
                .params(checkId, finding.name(), advice, Timestamps.of(foundAt))
                .update();
    }

    void addConclusion(
            long checkId,
            Conclusion conclusion,
            String reason,
            List<String> evidence,
            String by,
            Set<String> authors,
            Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.author_conclusion
                          (check_id, conclusion, reason, evidence, concluded_by, authors, concluded_at)
                        VALUES (?, ?, ?, CAST(? AS text[]), ?, CAST(? AS text[]), ?)
                        """)
                .params(
                        checkId,
                        conclusion.name(),
                        reason,
                        evidence.toArray(String[]::new),
                        by,
                        authors.toArray(String[]::new),
                        Timestamps.of(at))
                .update();
    }

    void addCountersignature(
            long conclusionId, String concludedBy, boolean agreed, String reason, String by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.author_countersignature
                          (conclusion_id, concluded_by, agreed, reason, signed_by, signed_at)
                        VALUES (:conclusionId, :concludedBy, :agreed, :reason, :signedBy, :signedAt)
                        """)
                .param("conclusionId", conclusionId)
                .param("concludedBy", concludedBy)
                .param("agreed", agreed)
                .param("reason", reason, Types.VARCHAR)
                .param("signedBy", by)
                .param("signedAt", Timestamps.of(at))
                .update();
    }

    private static Checked checked(ResultSet row, int number) throws SQLException {
        String finding = row.getString("finding");
        AuthorFinding known = new AuthorFinding(
                check(row),
                row.getString("checked_by"),
                Timestamps.read(row, "checked_at"),
                finding == null ? null : Finding.valueOf(finding),
                row.getString("advice"),
                investigation(row));
        return new Checked(row.getLong("id"), row.getObject("conclusion_id", Long.class), known);
    }

    private static AuthorCheck check(ResultSet row) throws SQLException {
        return new AuthorCheck(
                row.getString("handle"),
                row.getString("place"),
                row.getString("order_number"),
                new AuthorSignals(
                        Signal.valueOf(row.getString("young_account")),
                        Signal.valueOf(row.getString("near_duplicates")),
                        Signal.valueOf(row.getString("shared_link_burst")),
                        Signal.valueOf(row.getString("no_other_topics")),
                        Signal.valueOf(row.getString("synchronous_activity"))),
                row.getString("notes"));
    }

    private static Investigation investigation(ResultSet row) throws SQLException {
        if (row.getString("conclusion") == null) {
            return null;
        }
        return new Investigation(
                Conclusion.valueOf(row.getString("conclusion")),
                row.getString("reason"),
                List.of((String[]) row.getArray("evidence").getArray()),
                row.getString("concluded_by"),
                Timestamps.read(row, "concluded_at"),
                authors(row),
                countersignature(row));
    }

    private static Set<String> authors(ResultSet row) throws SQLException {
        Set<String> authors = new TreeSet<>(
                List.of((String[]) row.getArray("conclusion_authors").getArray()));
        authors.add(row.getString("concluded_by"));
        return authors;
    }

    private static Countersignature countersignature(ResultSet row) throws SQLException {
        if (row.getString("signed_by") == null) {
            return null;
        }
        return new Countersignature(
                row.getBoolean("agreed"),
                row.getString("sign_reason"),
                row.getString("signed_by"),
                Timestamps.read(row, "signed_at"));
    }
}
