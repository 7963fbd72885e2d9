package io.firebreak.review;

import io.firebreak.crisis.CaseReference;
import io.firebreak.database.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of reports on which reviews rested. */
@Repository
class ImpactReportStore {

    private final JdbcClient jdbc;

    ImpactReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whoever adds one holds the case.
     *
     * @return its number within the case
     */
    int add(CaseReference reference, Instant drawnUpAt, String report) {
        return jdbc.sql(
                        """
                        INSERT INTO firebreak.impact_report (case_reference, number, drawn_up_at, report)
                        SELECT :reference, coalesce(max(number), 0) + 1, :drawnUpAt, CAST(:report AS jsonb)
                        FROM firebreak.impact_report WHERE case_reference = :reference
                        RETURNING number
                        """)
                .param("reference", reference.toString())
                .param("drawnUpAt", Timestamps.of(drawnUpAt))
                .param("report", report)
                .query(Integer.class)
                .single();
    }

    Optional<String> find(CaseReference reference, int number) {
        return jdbc.sql("SELECT report FROM firebreak.impact_report WHERE case_reference = ? AND number = ?")
                .params(reference.toString(), number)
                .query(String.class)
                .optional();
    }
}
