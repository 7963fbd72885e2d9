package io.firebreak.wording;

import io.firebreak.database.Timestamps;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.wording.Finding.Field;
import io.firebreak.wording.Finding.Level;
import io.firebreak.wording.Finding.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was found in texts that were handed in all the same, and why; kept with the version, and never changed. */
@Service
public class Verdicts {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    Verdicts(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Keeps it with a version of a text, and tells the ledger. Without findings there is nothing to keep.
     *
     * @param versionId of a statement or of a reply
     * @param called how people name that version in a sentence, as in "version 2 of the statement"
     * @param author who handed it in
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String caseReference, UUID versionId, String called, Verdict verdict, String author) {
        if (verdict.findings().isEmpty()) {
            return;
        }
        jdbc.sql("INSERT INTO firebreak.wording_reason (version_id, reason, given_by, given_at) VALUES (?, ?, ?, ?)")
                .params(versionId, verdict.reason(), author, Timestamps.of(clock.instant()))
                .update();
        verdict.findings().forEach(finding -> add(versionId, finding));
        ledger.record(new Act(
                        caseReference,
                        author,
                        "wording.upheld",
                        "%s leaves %s as it is, though the house rules warn of %s."
                                .formatted(author, called, rules(verdict.findings())))
                .because(verdict.reason())
                .with("version", versionId.toString())
                .with(
                        "rules",
                        verdict.findings().stream()
                                .map(Finding::rule)
                                .distinct()
                                .toList()));
    }

    private static String rules(List<Finding> findings) {
        return String.join(", ", findings.stream().map(Finding::rule).distinct().toList());
    }

    private void add(UUID versionId, Finding finding) {
        Place place = finding.place();
        jdbc.sql(
                        """
                        INSERT INTO firebreak.wording_finding
                          (version_id, rule, level, field, begins_at, ends_at, found, why, source, remedy)
                        VALUES (:versionId, :rule, :level, :field, :from, :to, :found, :why, :source, :remedy)
                        """)
                .param("versionId", versionId)
                .param("rule", finding.rule())
                .param("level", finding.level().name())
                .param("field", place == null ? null : place.field().name(), Types.VARCHAR)
                .param("from", place == null ? null : place.from(), Types.INTEGER)
                .param("to", place == null ? null : place.to(), Types.INTEGER)
                .param("found", finding.found(), Types.VARCHAR)
                .param("why", finding.why())
                .param("source", finding.source())
                .param("remedy", finding.remedy())
                .update();
    }

    /** What was found in a version, and why it stayed; empty when nothing was found. */
    @Transactional(readOnly = true)
    public Optional<Verdict> of(UUID versionId) {
        return jdbc.sql("SELECT reason FROM firebreak.wording_reason WHERE version_id = ?")
                .param(versionId)
                .query(String.class)
                .optional()
                .map(reason -> new Verdict(findings(versionId), reason));
    }

    private List<Finding> findings(UUID versionId) {
        return jdbc.sql("SELECT * FROM firebreak.wording_finding WHERE version_id = ? ORDER BY id")
                .param(versionId)
                .query(Verdicts::finding)
                .list();
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        String field = row.getString("field");
        return new Finding(
                row.getString("rule"),
                Level.valueOf(row.getString("level")),
                field == null ? null : new Place(Field.valueOf(field), row.getInt("begins_at"), row.getInt("ends_at")),
                row.getString("found"),
                row.getString("why"),
                row.getString("source"),
                row.getString("remedy"));
    }
}
