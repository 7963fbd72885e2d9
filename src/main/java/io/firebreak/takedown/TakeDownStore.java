package io.firebreak.takedown;

import io.firebreak.database.Timestamps;
import io.firebreak.takedown.TakeDown.Decided;
import io.firebreak.takedown.TakeDown.Decision;
import io.firebreak.takedown.TakeDown.Proposal;
import io.firebreak.takedown.TakeDown.Settled;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of take-downs, whose rows the database itself protects. */
@Repository
class TakeDownStore {

    private final JdbcClient jdbc;

    TakeDownStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String caseReference, String askedBy, Instant askedAt, String request) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.take_down (id, case_reference, asked_by, asked_at, request)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(id, caseReference, askedBy, Timestamps.of(askedAt), request)
                .update();
    }

    /** A new proposal takes the place of the one before, with what was said of it. */
    void propose(UUID id, Proposal proposal, Set<String> authors) {
        jdbc.sql(
                        """
                        UPDATE firebreak.take_down SET proposal_id = :proposal, publication_id = :publication, reply_id = :reply,
                          reason = :reason,
                          ordered_by = :orderedBy, paper = :paper, language = :language, title = :title,
                          explanation = :explanation, sha256 = :sha256,
                          authors = CAST(:authors AS text[]),
                          decision = NULL, comments = NULL, decided_by = NULL, decided_at = NULL
                        WHERE id = :id
                        """)
                .param("proposal", proposal.id())
                .param("publication", proposal.publication(), Types.OTHER)
                .param("reply", proposal.reply(), Types.OTHER)
                .param("reason", proposal.reason().name())
                .param("orderedBy", proposal.orderedBy())
                .param("paper", proposal.paper())
                .param("language", proposal.language())
                .param("title", proposal.title())
                .param("explanation", proposal.explanation())
                .param("sha256", proposal.sha256())
                .param("authors", authors.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    void decide(UUID id, Decided decided) {
        jdbc.sql(
                        """
                        UPDATE firebreak.take_down SET decision = ?, comments = ?, decided_by = ?, decided_at = ?
                        WHERE id = ?
                        """)
                .params(
                        decided.decision().name(),
                        decided.comments(),
                        decided.decidedBy(),
                        Timestamps.of(decided.decidedAt()),
                        id)
                .update();
    }

    void settle(UUID id, Settled settled) {
        jdbc.sql(
                        """
                        UPDATE firebreak.take_down SET done_by = ?, done_at = ?, proof = ?, explained_at = ?, called_off = ?
                        WHERE id = ?
                        """)
                .params(
                        settled.settledBy(),
                        Timestamps.of(settled.settledAt()),
                        settled.proof(),
                        settled.explainedAt(),
                        settled.calledOff(),
                        id)
                .update();
    }

    /** The one of the case that is not decided or done yet. */
    Optional<TakeDown> open(String caseReference) {
        return of(caseReference).stream().filter(TakeDown::isOpen).findFirst();
    }

    /** All of the case, oldest first. */
    List<TakeDown> of(String caseReference) {
        return jdbc.sql("SELECT * FROM firebreak.take_down WHERE case_reference = ? ORDER BY asked_at, id")
                .param(caseReference)
                .query(TakeDownStore::takeDown)
                .list();
    }

    private static TakeDown takeDown(ResultSet row, int number) throws SQLException {
        return new TakeDown(
                row.getObject("id", UUID.class),
                row.getString("case_reference"),
                row.getString("asked_by"),
                Timestamps.read(row, "asked_at"),
                row.getString("request"),
                proposal(row),
                List.of((String[]) row.getArray("authors").getArray()),
                decided(row),
                settled(row));
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        String sha256 = row.getString("sha256");
        return sha256 == null
                ? null
                : new Proposal(
                        row.getObject("proposal_id", UUID.class),
                        row.getObject("publication_id", UUID.class),
                        row.getObject("reply_id", UUID.class),
                        TakeDownReason.valueOf(row.getString("reason")),
                        row.getString("ordered_by"),
                        row.getObject("paper", UUID.class),
                        row.getString("language"),
                        row.getString("title"),
                        row.getString("explanation"),
                        sha256);
    }

    private static Decided decided(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return decision == null
                ? null
                : new Decided(
                        Decision.valueOf(decision),
                        row.getString("comments"),
                        row.getString("decided_by"),
                        Timestamps.read(row, "decided_at"));
    }

    private static Settled settled(ResultSet row) throws SQLException {
        Instant at = Timestamps.read(row, "done_at");
        return at == null
                ? null
                : new Settled(
                        row.getString("done_by"),
                        at,
                        row.getString("proof"),
                        row.getString("explained_at"),
                        row.getString("called_off"));
    }
}
