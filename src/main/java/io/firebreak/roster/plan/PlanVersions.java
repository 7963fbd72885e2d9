package io.firebreak.roster.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.database.Timestamps;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.ImportedPlans;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plan in the database: every version that was imported, and what was refused meanwhile. */
@Component
class PlanVersions implements ImportedPlans {

    private static final Logger log = LoggerFactory.getLogger(PlanVersions.class);

    /**
     * A version as it is kept.
     *
     * @param calendarFiles the files with days off that it names: their texts by their names
     * @param sha256 over the text and those files
     * @param source where its file was
     */
    record Version(
            int number,
            String text,
            Map<String, String> calendarFiles,
            String sha256,
            String source,
            String importedBy,
            Instant importedAt) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PlanVersions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public int newest() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM firebreak.crisis_plan_version")
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<CrisisPlan> plan(int number) {
        return find(number).flatMap(PlanVersions::read);
    }

    private static Optional<CrisisPlan> read(Version version) {
        PlanReader.Reading reading = new PlanReader(new StoredInstallation(version.calendarFiles()))
                .read(version.text().getBytes(StandardCharsets.UTF_8));
        if (reading.plan() == null) {
            log.error(
                    "Version {} of the crisis plan can't be read any more, the one before it counts: {}",
                    version.number(),
                    reading.mistakes().get(0).sentence());
        }
        return Optional.ofNullable(reading.plan());
    }

    Optional<Version> find(int number) {
        return jdbc.sql("SELECT * FROM firebreak.crisis_plan_version WHERE number = ?")
                .param(number)
                .query(this::version)
                .optional();
    }

    void add(Version version) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.crisis_plan_version
                          (number, text, calendar_files, sha256, source, imported_by, imported_at)
                        VALUES (:number, :text, CAST(:files AS jsonb), :sha256, :source, :importedBy, :importedAt)
                        """)
                .param("number", version.number())
                .param("text", version.text())
                .param("files", asJson(version.calendarFiles()))
                .param("sha256", version.sha256())
                .param("source", version.source())
                .param("importedBy", version.importedBy())
                .param("importedAt", Timestamps.of(version.importedAt()))
                .update();
    }

    /**
     * Notes that a file is refused.
     *
     * @param sha256 over the file and its mistakes
     * @return whether that was not known while the same version was in force
     */
    boolean noteRefusal(String sha256, int inForce, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO firebreak.crisis_plan_refusal (sha256, in_force, refused_at) VALUES (?, ?, ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .params(sha256, inForce, Timestamps.of(at))
                        .update()
                == 1;
    }

    private Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("number"),
                row.getString("text"),
                fromJson(row.getString("calendar_files")),
                row.getString("sha256"),
                row.getString("source"),
                row.getString("imported_by"),
                Timestamps.read(row, "imported_at"));
    }

    private String asJson(Map<String, String> files) {
        try {
            return json.writeValueAsString(files);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts can be written as JSON", impossible);
        }
    }

    private Map<String, String> fromJson(String files) {
        try {
            return json.readValue(files, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The calendar files of a version are not readable", e);
        }
    }
}
