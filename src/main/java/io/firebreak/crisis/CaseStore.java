package io.firebreak.crisis;

import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of cases. */
@Repository
class CaseStore {

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the year. Whoever takes one waits for the transaction that took the one before. */
    CaseReference nextReference(int year) {
        int number = jdbc.sql(
                        """
                        INSERT INTO firebreak.case_counter (year, last_number) VALUES (?, 1)
                        ON CONFLICT (year) DO UPDATE SET last_number = case_counter.last_number + 1
                        RETURNING last_number
                        """)
                .param(year)
                .query(Integer.class)
                .single();
        return new CaseReference(year, number);
    }

    void add(CrisisCase opened) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.crisis_case
                          (reference, title, description, language, source_url, drill, reported_by, received_at,
                           phase)
                        VALUES (:reference, :title, :description, :language, :sourceUrl, :drill, :reportedBy, :receivedAt,
                          :phase)
                        """)
                .param("reference", opened.reference().toString())
                .param("title", opened.report().title())
                .param("description", opened.report().description())
                .param("language", opened.report().language())
                .param("sourceUrl", opened.report().sourceUrl())
                .param("drill", opened.report().drill())
                .param("reportedBy", opened.reportedBy())
                .param("receivedAt", Timestamps.of(opened.receivedAt()))
                .param("phase", opened.phase().name())
                .update();
    }

    Optional<CrisisCase> find(CaseReference reference) {
        return jdbc.sql("SELECT * FROM firebreak.crisis_case WHERE reference = ?")
                .param(reference.toString())
                .query(CaseStore::crisisCase)
                .optional();
    }

    /** The case, which no other transaction can change until this one ends. */
    Optional<CrisisCase> findForUpdate(CaseReference reference) {
        return jdbc.sql("SELECT * FROM firebreak.crisis_case WHERE reference = ? FOR UPDATE")
                .param(reference.toString())
                .query(CaseStore::crisisCase)
                .optional();
    }

    void saveFacts(CaseReference reference, IncidentFacts facts) {
        jdbc.sql(
                        """
                        UPDATE firebreak.crisis_case SET category = :category, safety_risk = :safetyRisk, spread = :spread,
                          negative_share_percent = :negativeSharePercent, vivid_trigger = :vividTrigger,
                          influential_author = :influentialAuthor, crisis_history = :crisisHistory
                        WHERE reference = :reference
                        """)
                .param("category", facts.category().name())
                .param("safetyRisk", facts.safetyRisk())
                .param("spread", facts.spread().name())
                .param("negativeSharePercent", facts.negativeSharePercent())
                .param("vividTrigger", facts.vividTrigger())
                .param("influentialAuthor", facts.influentialAuthor())
                .param("crisisHistory", facts.crisisHistory())
                .param("reference", reference.toString())
                .update();
    }

    void saveSeverity(CaseReference reference, Severity severity) {
        jdbc.sql("UPDATE firebreak.crisis_case SET severity = ? WHERE reference = ?")
                .params(severity.name(), reference.toString())
                .update();
    }

    void saveTiming(CaseReference reference, Instant coolDownEndsAt, Instant statementDueAt) {
        jdbc.sql("UPDATE firebreak.crisis_case SET cool_down_ends_at = ?, statement_due_at = ? WHERE reference = ?")
                .params(Timestamps.of(coolDownEndsAt), Timestamps.of(statementDueAt), reference.toString())
                .update();
    }

    void savePhase(CaseReference reference, Phase phase) {
        jdbc.sql("UPDATE firebreak.crisis_case SET phase = ? WHERE reference = ?")
                .params(phase.name(), reference.toString())
                .update();
    }

    void saveLessons(CaseReference reference, String lessons) {
        jdbc.sql("UPDATE firebreak.crisis_case SET lessons = ? WHERE reference = ?")
                .params(lessons, reference.toString())
                .update();
    }

    void saveClosed(CaseReference reference, Instant closedAt) {
        jdbc.sql("UPDATE firebreak.crisis_case SET phase = 'CLOSED', closed_at = ? WHERE reference = ?")
                .params(Timestamps.of(closedAt), reference.toString())
                .update();
    }

    CasePage page(CaseSearch search) {
        String where =
                """
                 WHERE (CAST(:phase AS text) IS NULL OR phase = :phase)
                   AND (CAST(:severity AS text) IS NULL OR severity = :severity)
                   AND (NOT :openOnly OR phase <> 'CLOSED')
                """;
        List<CrisisCase> cases = bind(
                        jdbc.sql("SELECT * FROM firebreak.crisis_case" + where
                                + " ORDER BY received_at DESC, reference DESC LIMIT :limit OFFSET :offset"),
                        search)
                .param("limit", search.size())
                .param("offset", (long) search.page() * search.size())
                .query(CaseStore::crisisCase)
                .list();
        long total = bind(jdbc.sql("SELECT count(*) FROM firebreak.crisis_case" + where), search)
                .query(Long.class)
                .single();
        return new CasePage(cases, search.page(), search.size(), total);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, CaseSearch search) {
        return statement
                .param("phase", search.phase() == null ? null : search.phase().name())
                .param(
                        "severity",
                        search.severity() == null ? null : search.severity().name())
                .param("openOnly", search.openOnly());
    }

    private static CrisisCase crisisCase(ResultSet row, int number) throws SQLException {
        return new CrisisCase(
                CaseReference.parse(row.getString("reference")),
                new IncidentReport(
                        row.getString("title"),
                        row.getString("description"),
                        row.getString("language"),
                        row.getString("source_url"),
                        row.getBoolean("drill")),
                row.getString("reported_by"),
                Timestamps.read(row, "received_at"),
                Phase.valueOf(row.getString("phase")),
                facts(row),
                row.getString("severity") == null ? null : Severity.valueOf(row.getString("severity")),
                Timestamps.read(row, "cool_down_ends_at"),
                Timestamps.read(row, "statement_due_at"),
                Timestamps.read(row, "closed_at"),
                row.getString("lessons"));
    }

    private static IncidentFacts facts(ResultSet row) throws SQLException {
        if (row.getString("category") == null) {
            return null;
        }
        return new IncidentFacts(
                Category.valueOf(row.getString("category")),
                row.getBoolean("safety_risk"),
                Spread.valueOf(row.getString("spread")),
                row.getInt("negative_share_percent"),
                row.getBoolean("vivid_trigger"),
                row.getBoolean("influential_author"),
                row.getBoolean("crisis_history"));
    }
}
