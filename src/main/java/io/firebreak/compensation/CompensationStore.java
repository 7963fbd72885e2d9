package io.firebreak.compensation;

import io.firebreak.crisis.CaseReference;
import io.firebreak.database.Timestamps;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of compensation. Rows are added and never changed. */
@Repository
class CompensationStore {

    private static final String ALL =
            """
            SELECT c.*, d.agreed, d.affected, d.reason AS decision_reason, d.decided_by, d.decided_at,
              e.given, e.proof, e.ended_by, e.ended_at
            FROM firebreak.compensation c
            LEFT JOIN firebreak.compensation_decision d ON d.compensation_id = c.id
            LEFT JOIN firebreak.compensation_end e ON e.compensation_id = c.id
            """;

    /** What binds money: agreed to, and not given back by not handing it over. */
    private static final String BOUND =
            """
            SELECT coalesce(sum(c.amount), 0)
            FROM firebreak.compensation c
            JOIN firebreak.crisis_case k ON k.reference = c.case_reference
            JOIN firebreak.compensation_decision d ON d.compensation_id = c.id AND d.agreed
            LEFT JOIN firebreak.compensation_end e ON e.compensation_id = c.id
            WHERE coalesce(e.given, true) AND c.currency = :currency AND k.brand = :brand AND k.drill = :drill
            """;

    private final JdbcClient jdbc;

    CompensationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose money is counted.
     *
     * @param drill a drill's money is no real money
     */
    record Purse(String brand, boolean drill, String currency) {}

    /** Until the transaction ends, nobody else agrees to anything for the brand. */
    void lockBudget(String brand) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('firebreak.compensation:' || ?, 0))")
                .param(brand)
                .query((row, number) -> 1)
                .list();
    }

    /** Agreed to in a stretch of time, its end exclusive. */
    BigDecimal bound(Purse purse, Instant from, Instant to) {
        return sum(purse, " AND d.decided_at >= :from AND d.decided_at < :to")
                .param("from", Timestamps.of(from))
                .param("to", Timestamps.of(to))
                .query(BigDecimal.class)
                .single();
    }

    /** Agreed to for one person since a moment. */
    BigDecimal boundFor(Purse purse, Recipient recipient, Instant since) {
        return sum(
                        purse,
                        " AND d.decided_at >= :since AND c.author = lower(ltrim(btrim(:handle), '@')) || ' ' || lower(btrim(:place))")
                .param("since", Timestamps.of(since))
                .param("handle", recipient.handle())
                .param("place", recipient.place())
                .query(BigDecimal.class)
                .single();
    }

    /** Agreed to in these cases at any time. */
    BigDecimal boundIn(Purse purse, Collection<CaseReference> references) {
        return sum(purse, " AND c.case_reference = ANY (CAST(:references AS text[]))")
                .param(
                        "references",
                        references.stream().map(CaseReference::toString).toArray(String[]::new))
                .query(BigDecimal.class)
                .single();
    }

    private JdbcClient.StatementSpec sum(Purse purse, String which) {
        return jdbc.sql(BOUND + which)
                .param("currency", purse.currency())
                .param("brand", purse.brand())
                .param("drill", purse.drill());
    }

    Optional<Compensation> find(UUID id) {
        return jdbc.sql(ALL + " WHERE c.id = ?")
                .param(id)
                .query(CompensationStore::compensation)
                .optional();
    }

    /** Oldest first. */
    List<Compensation> of(String caseReference) {
        return jdbc.sql(ALL + " WHERE c.case_reference = ? ORDER BY c.proposed_at, c.id")
                .param(caseReference)
                .query(CompensationStore::compensation)
                .list();
    }

    void add(Compensation proposed) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.compensation (id, case_reference, handle, place, order_number, way, amount,
                          currency, reason, proposed_by, proposed_at, authors)
                        VALUES (:id, :reference, :handle, :place, :orderNumber, :way, :amount, :currency, :reason,
                          :proposedBy, :proposedAt, CAST(:authors AS text[]))
                        """)
                .param("id", proposed.id())
                .param("reference", proposed.reference().toString())
                .param("handle", proposed.recipient().handle())
                .param("place", proposed.recipient().place())
                .param("orderNumber", proposed.recipient().orderNumber(), Types.VARCHAR)
                .param("way", proposed.offer().way().name())
                .param("amount", proposed.offer().amount())
                .param("currency", proposed.offer().currency())
                .param("reason", proposed.offer().reason())
                .param("proposedBy", proposed.proposedBy())
                .param("proposedAt", Timestamps.of(proposed.proposedAt()))
                .param("authors", proposed.authors().toArray(String[]::new))
                .update();
    }

    void add(UUID id, String proposedBy, Compensation.Decision decision) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.compensation_decision
                          (compensation_id, proposed_by, agreed, affected, reason, decided_by, decided_at)
                        VALUES (:id, :proposedBy, :agreed, :affected, :reason, :decidedBy, :decidedAt)
                        """)
                .param("id", id)
                .param("proposedBy", proposedBy)
                .param("agreed", decision.agreed())
                .param("affected", decision.affected(), Types.VARCHAR)
                .param("reason", decision.reason(), Types.VARCHAR)
                .param("decidedBy", decision.decidedBy())
                .param("decidedAt", Timestamps.of(decision.decidedAt()))
                .update();
    }

    void add(UUID id, Compensation.End end) {
        jdbc.sql("INSERT INTO firebreak.compensation_end (compensation_id, given, proof, ended_by, ended_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(id, end.given(), end.proof(), end.endedBy(), Timestamps.of(end.endedAt()))
                .update();
    }

    private static Compensation compensation(ResultSet row, int number) throws SQLException {
        return new Compensation(
                row.getObject("id", UUID.class),
                CaseReference.parse(row.getString("case_reference")),
                new Recipient(row.getString("handle"), row.getString("place"), row.getString("order_number")),
                new Offer(
                        PrivateWay.valueOf(row.getString("way")),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getString("reason")),
                row.getString("proposed_by"),
                Timestamps.read(row, "proposed_at"),
                authors(row),
                decision(row),
                end(row));
    }

    private static Set<String> authors(ResultSet row) throws SQLException {
        Set<String> authors =
                new TreeSet<>(List.of((String[]) row.getArray("authors").getArray()));
        authors.add(row.getString("proposed_by"));
        return authors;
    }

    private static Compensation.Decision decision(ResultSet row) throws SQLException {
        return row.getString("decided_by") == null
                ? null
                : new Compensation.Decision(
                        row.getBoolean("agreed"),
                        row.getString("affected"),
                        row.getString("decision_reason"),
                        row.getString("decided_by"),
                        Timestamps.read(row, "decided_at"));
    }

    private static Compensation.End end(ResultSet row) throws SQLException {
        return row.getString("ended_by") == null
                ? null
                : new Compensation.End(
                        row.getBoolean("given"),
                        row.getString("proof"),
                        row.getString("ended_by"),
                        Timestamps.read(row, "ended_at"));
    }
}
