package io.firebreak.mention;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Spread;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why mentions opened cases, as the table Intake said it at the time. */
@Repository
class CaseIntakeStore {

    private final JdbcClient jdbc;

    CaseIntakeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a mention opened a case, and what was known of it then. */
    record CaseIntake(
            @Schema(description = "The mention whose words the report quotes") UUID mention,
            @Schema(description = "As the decision table says it") String reason,
            @Schema(description = "A proposal for the assessment") boolean influentialAuthor,
            @Schema(description = "A proposal for the assessment") Spread spread) {}

    void add(CaseReference reference, UUID mention, IntakeVerdict verdict) {
        jdbc.sql("INSERT INTO firebreak.case_intake (case_reference, mention_id, reason, influential_author, spread)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(
                        reference.toString(),
                        mention,
                        verdict.reason(),
                        verdict.influentialAuthor(),
                        verdict.spread().name())
                .update();
    }

    Optional<CaseIntake> of(CaseReference reference) {
        return jdbc.sql("SELECT mention_id, reason, influential_author, spread FROM firebreak.case_intake"
                        + " WHERE case_reference = ?")
                .param(reference.toString())
                .query((row, number) -> new CaseIntake(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBoolean(3),
                        Spread.valueOf(row.getString(4))))
                .optional();
    }
}
