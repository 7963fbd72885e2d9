package io.firebreak.statement;

import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has to agree to versions, and who has. */
@Repository
class ApprovalStore {

    private static final String VERSION =
            """
            JOIN firebreak.statement_version v ON v.id = a.version_id
            JOIN firebreak.statement s ON s.id = v.statement_id
            """;

    /** Of each version those of the last round. */
    private static final String REQUIRED =
            """
            SELECT a.version_id, n.step, n.role, n.needs
            FROM firebreak.approval_round a JOIN firebreak.approval_needed n ON n.round_id = a.id
            """
                    + VERSION;

    private static final String LAST_ROUND =
            " AND a.id = (SELECT max(l.id) FROM firebreak.approval_round l WHERE l.version_id = a.version_id)";

    private static final String VOTES =
            """
            SELECT a.*, r.justified, r.words, r.lesson, r.reviewed_by, r.reviewed_at
            FROM firebreak.approval_vote a LEFT JOIN firebreak.approval_review r ON r.vote_id = a.id
            """
                    + VERSION;

    private final JdbcClient jdbc;

    ApprovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By version.
     *
     * @param which a condition on {@code firebreak.statement s} with one parameter
     */
    Map<UUID, Agreement> of(String which, Object key) {
        Map<UUID, List<Required>> required = new HashMap<>();
        jdbc.sql(REQUIRED + which + LAST_ROUND + " ORDER BY n.step, n.role")
                .param(key)
                .query(row -> {
                    required.computeIfAbsent(row.getObject("version_id", UUID.class), unused -> new ArrayList<>())
                            .add(required(row));
                });
        Map<UUID, List<Vote>> votes = new HashMap<>();
        jdbc.sql(VOTES + which + " ORDER BY a.id").param(key).query(row -> {
            votes.computeIfAbsent(row.getObject("version_id", UUID.class), unused -> new ArrayList<>())
                    .add(vote(row));
        });
        Set<UUID> versions = new LinkedHashSet<>(required.keySet());
        versions.addAll(votes.keySet());
        Map<UUID, Agreement> found = new HashMap<>();
        versions.forEach(version -> found.put(
                version,
                new Agreement(required.getOrDefault(version, List.of()), votes.getOrDefault(version, List.of()))));
        return found;
    }

    void addRound(UUID versionId, List<Required> required, String severity, Instant at) {
        long round = jdbc.sql(
                        """
                        INSERT INTO firebreak.approval_round (version_id, severity, decided_at) VALUES (?, ?, ?) RETURNING id
                        """)
                .params(versionId, severity, Timestamps.of(at))
                .query(Long.class)
                .single();
        required.forEach(row -> jdbc.sql(
                        "INSERT INTO firebreak.approval_needed (round_id, step, role, needs) VALUES (?, ?, ?, ?)")
                .params(round, row.step(), row.role(), row.needs().name())
                .update());
    }

    /**
     * @param vote its id and its review are not looked at
     */
    void add(UUID versionId, Vote vote) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.approval_vote
                          (version_id, role, agreed, alone, sha256, comments, severity, voted_by, voted_at)
                        VALUES (:versionId, :role, :agreed, :alone, :sha256, :comments, :severity, :votedBy, :votedAt)
                        """)
                .param("versionId", versionId)
                .param("role", vote.role())
                .param("agreed", vote.agreed())
                .param("alone", vote.alone())
                .param("sha256", vote.sha256())
                .param("comments", vote.comments())
                .param("severity", vote.severity())
                .param("votedBy", vote.votedBy())
                .param("votedAt", Timestamps.of(vote.votedAt()))
                .update();
    }

    /** Keeps it, unless there is one already; says whether it was kept. */
    boolean addReview(long voteId, Vote.Review review) {
        return jdbc.sql(
                                """
                        INSERT INTO firebreak.approval_review (vote_id, justified, words, lesson, reviewed_by, reviewed_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (vote_id) DO NOTHING
                        """)
                        .params(
                                voteId,
                                review.justified(),
                                review.words(),
                                review.lesson(),
                                review.reviewedBy(),
                                Timestamps.of(review.reviewedAt()))
                        .update()
                > 0;
    }

    /** Approvals alone that nobody has reviewed, oldest first. */
    List<Unreviewed> unreviewed() {
        return jdbc.sql("SELECT s.case_reference, a.voted_by, a.voted_at FROM firebreak.approval_vote a " + VERSION
                        + " WHERE a.alone AND NOT EXISTS"
                        + " (SELECT 1 FROM firebreak.approval_review r WHERE r.vote_id = a.id) ORDER BY a.id")
                .query((row, number) -> new Unreviewed(
                        row.getString("case_reference"), row.getString("voted_by"), Timestamps.read(row, "voted_at")))
                .list();
    }

    private static Required required(ResultSet row) throws SQLException {
        return new Required(row.getInt("step"), row.getString("role"), Required.Needs.valueOf(row.getString("needs")));
    }

    private static Vote vote(ResultSet row) throws SQLException {
        return new Vote(
                row.getLong("id"),
                row.getString("role"),
                row.getBoolean("agreed"),
                row.getBoolean("alone"),
                row.getString("sha256"),
                row.getString("comments"),
                row.getString("severity"),
                row.getString("voted_by"),
                Timestamps.read(row, "voted_at"),
                review(row).orElse(null));
    }

    private static Optional<Vote.Review> review(ResultSet row) throws SQLException {
        if (row.getString("reviewed_by") == null) {
            return Optional.empty();
        }
        return Optional.of(new Vote.Review(
                row.getBoolean("justified"),
                row.getString("words"),
                row.getString("lesson"),
                row.getString("reviewed_by"),
                Timestamps.read(row, "reviewed_at")));
    }
}
