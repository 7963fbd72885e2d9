package io.firebreak.statement.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.crisis.CaseReference;
import io.firebreak.database.Timestamps;
import io.firebreak.wording.comparison.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of fact sheets. */
@Repository
class FactSheetStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FactSheetStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest version. */
    Optional<FactSheet> latestOf(CaseReference reference) {
        return jdbc.sql("SELECT * FROM firebreak.fact_sheet WHERE case_reference = ? ORDER BY version DESC LIMIT 1")
                .param(reference.toString())
                .query((row, number) -> sheet(reference, row))
                .optional();
    }

    Optional<FactSheet> find(CaseReference reference, int version) {
        return jdbc.sql("SELECT * FROM firebreak.fact_sheet WHERE case_reference = ? AND version = ?")
                .params(reference.toString(), version)
                .query((row, number) -> sheet(reference, row))
                .optional();
    }

    int versionAt(CaseReference reference, Instant moment) {
        return jdbc.sql("SELECT coalesce(max(version), 0) FROM firebreak.fact_sheet"
                        + " WHERE case_reference = ? AND entered_at <= ?")
                .params(reference.toString(), Timestamps.of(moment))
                .query(Integer.class)
                .single();
    }

    void add(CaseReference reference, FactSheet sheet) {
        jdbc.sql("INSERT INTO firebreak.fact_sheet (case_reference, version, entered_by, entered_at)"
                        + " VALUES (?, ?, ?, ?)")
                .params(reference.toString(), sheet.version(), sheet.enteredBy(), Timestamps.of(sheet.enteredAt()))
                .update();
        for (int position = 0; position < sheet.facts().size(); position++) {
            Fact fact = sheet.facts().get(position);
            jdbc.sql("INSERT INTO firebreak.fact (case_reference, version, position, kind, label, value, called)"
                            + " VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb))")
                    .params(
                            reference.toString(),
                            sheet.version(),
                            position + 1,
                            fact.kind().name(),
                            fact.label(),
                            fact.value(),
                            written(fact.called()))
                    .update();
        }
    }

    private FactSheet sheet(CaseReference reference, ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return new FactSheet(
                version, factsOf(reference, version), row.getString("entered_by"), Timestamps.read(row, "entered_at"));
    }

    private List<Fact> factsOf(CaseReference reference, int version) {
        return jdbc.sql("SELECT * FROM firebreak.fact WHERE case_reference = ? AND version = ? ORDER BY position")
                .params(reference.toString(), version)
                .query((row, number) -> new Fact(
                        Fact.Kind.valueOf(row.getString("kind")),
                        row.getString("label"),
                        row.getString("value"),
                        read(row.getString("called"))))
                .list();
    }

    private String written(Map<String, String> called) {
        try {
            return json.writeValueAsString(called);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Texts by texts can be written as JSON", e);
        }
    }

    private Map<String, String> read(String called) {
        try {
            return json.readValue(called, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a fact is called is not readable", e);
        }
    }
}
