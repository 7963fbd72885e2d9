package io.firebreak.crisis;

import io.firebreak.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
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
                          (reference, title, description, language, source_url, drill, brand, reported_by,
                          received_at, phase)
                        VALUES (:reference, :title, :description, :language, :sourceUrl, :drill, :brand, :reportedBy,
                          :receivedAt, :phase)
                        """)
                .param("reference", opened.reference().toString())
                .param("title", opened.report().title())
                .param("description", opened.report().description())
                .param("language", opened.report().language())
                .param("sourceUrl", opened.report().sourceUrl())
                .param("drill", opened.report().drill())
                .param("brand", opened.brand())
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
                          influential_author = :influentialAuthor, crisis_history = :crisisHistory,
                          found_first = :foundFirst, past_peak = :pastPeak
                        WHERE reference = :reference
                        """)
                .param("category", facts.category().name())
                .param("safetyRisk", facts.safetyRisk())
                .param("spread", facts.spread().name())
                .param("negativeSharePercent", facts.negativeSharePercent())
                .param("vividTrigger", facts.vividTrigger())
                .param("influentialAuthor", facts.influentialAuthor())
                .param("crisisHistory", facts.crisisHistory())
                .param("foundFirst", facts.foundFirst())
                .param("pastPeak", facts.pastPeak())
                .param("reference", reference.toString())
                .update();
    }

    /** What a person confirmed at the assessment; null where the advice is taken. */
    void saveConfirmation(CaseReference reference, Severity confirmed, String reason) {
        jdbc.sql("UPDATE firebreak.crisis_case SET severity_confirmed = ?, severity_reason = ? WHERE reference = ?")
                .params(confirmed == null ? null : confirmed.name(), reason, reference.toString())
                .update();
    }

    /** What a person confirmed at the assessment; empty where the advice is taken. */
    Optional<Confirmation> confirmation(CaseReference reference) {
        return jdbc.sql("SELECT severity_confirmed AS severity, severity_reason AS reason FROM firebreak.crisis_case"
                        + " WHERE reference = ? AND severity_confirmed IS NOT NULL")
                .param(reference.toString())
                .query(Confirmation.class)
                .optional();
    }

    /**
     * @param reason why it differs from the advice; null where none was given
     */
    record Confirmation(Severity severity, String reason) {}

    void saveAdvice(CaseReference reference, Severity advised) {
        jdbc.sql("UPDATE firebreak.crisis_case SET severity_advised = ? WHERE reference = ?")
                .params(advised.name(), reference.toString())
                .update();
    }

    void saveSeverity(CaseReference reference, Severity severity) {
        jdbc.sql("UPDATE firebreak.crisis_case SET severity = ? WHERE reference = ?")
                .params(severity.name(), reference.toString())
                .update();
    }

    void saveTiming(CaseReference reference, CaseTiming timing) {
        jdbc.sql(
                        """
                        UPDATE firebreak.crisis_case SET cool_down_ends_at = :coolDownEndsAt,
                          holding_statement_due_at = :holdingStatementDueAt, statement_due_at = :statementDueAt,
                          watch_interval_seconds = :watchInterval, calm_period_seconds = :calmPeriod,
                          calm_share_percent = :calmSharePercent
                        WHERE reference = :reference
                        """)
                .param("coolDownEndsAt", Timestamps.of(timing.coolDownEndsAt()))
                .param(
                        "holdingStatementDueAt",
                        timing.holdingStatementDueAt() == null ? null : Timestamps.of(timing.holdingStatementDueAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("statementDueAt", Timestamps.of(timing.statementDueAt()))
                .param("watchInterval", timing.watchInterval().toSeconds())
                .param("calmPeriod", timing.calmPeriod().toSeconds())
                .param("calmSharePercent", timing.calmSharePercent())
                .param("reference", reference.toString())
                .update();
    }

    void saveCoolDownEnd(CaseReference reference, Instant endsAt) {
        jdbc.sql("UPDATE firebreak.crisis_case SET cool_down_ends_at = ? WHERE reference = ?")
                .params(Timestamps.of(endsAt), reference.toString())
                .update();
    }

    void savePhase(CaseReference reference, Phase phase) {
        jdbc.sql("UPDATE firebreak.crisis_case SET phase = ? WHERE reference = ?")
                .params(phase.name(), reference.toString())
                .update();
    }

    void saveClosed(CaseReference reference, CaseOutcome outcome, CaseReference mergedInto, Instant closedAt) {
        jdbc.sql("UPDATE firebreak.crisis_case SET phase = 'CLOSED', outcome = ?, merged_into = ?, closed_at = ?"
                        + " WHERE reference = ?")
                .params(
                        outcome.name(),
                        mergedInto == null ? null : mergedInto.toString(),
                        Timestamps.of(closedAt),
                        reference.toString())
                .update();
    }

    /** The case itself and every case that was merged into it, directly or by others. */
    List<CaseReference> withMerged(CaseReference reference) {
        return jdbc
                .sql(
                        """
                        WITH RECURSIVE merged AS (
                          SELECT c.reference FROM firebreak.crisis_case c WHERE c.reference = ?
                          UNION
                          SELECT c.reference FROM firebreak.crisis_case c JOIN merged m ON c.merged_into = m.reference)
                        SELECT reference FROM merged ORDER BY reference
                        """)
                .param(reference.toString())
                .query(String.class)
                .list()
                .stream()
                .map(CaseReference::parse)
                .toList();
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
                        row.getBoolean("drill"),
                        row.getString("brand")),
                row.getString("reported_by"),
                Timestamps.read(row, "received_at"),
                Phase.valueOf(row.getString("phase")),
                facts(row),
                row.getString("severity") == null ? null : Severity.valueOf(row.getString("severity")),
                timing(row),
                Timestamps.read(row, "closed_at"),
                row.getString("outcome") == null ? null : CaseOutcome.valueOf(row.getString("outcome")),
                row.getString("merged_into") == null ? null : CaseReference.parse(row.getString("merged_into")),
                row.getString("lessons"));
    }

    private static CaseTiming timing(ResultSet row) throws SQLException {
        if (row.getString("cool_down_ends_at") == null) {
            return null;
        }
        return new CaseTiming(
                Timestamps.read(row, "cool_down_ends_at"),
                Timestamps.read(row, "holding_statement_due_at"),
                Timestamps.read(row, "statement_due_at"),
                Duration.ofSeconds(row.getLong("watch_interval_seconds")),
                Duration.ofSeconds(row.getLong("calm_period_seconds")),
                row.getInt("calm_share_percent"));
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
                row.getBoolean("crisis_history"),
                row.getBoolean("found_first"),
                row.getBoolean("past_peak"));
    }
}
