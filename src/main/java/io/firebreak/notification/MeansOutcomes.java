package io.firebreak.notification;

import io.firebreak.database.Timestamps;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each means of each person last worked and last failed: every attempt says it. */
@Repository
class MeansOutcomes {

    /** The last of each; null where it never did. */
    record Last(Instant workedAt, Instant failedAt, String failure) {

        static final Last NEVER = new Last(null, null, null);
    }

    private final JdbcClient jdbc;

    MeansOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void worked(String person, Means means, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.means_outcome (person, means, last_worked_at) VALUES (:person, :means, :at)
                        ON CONFLICT (person, means) DO UPDATE SET last_worked_at = excluded.last_worked_at
                        """)
                .param("person", person)
                .param("means", MeansKey.of(means))
                .param("at", Timestamps.of(at))
                .update();
    }

    void failed(String person, Means means, Instant at, String reason) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.means_outcome (person, means, last_failed_at, last_failure)
                        VALUES (:person, :means, :at, :reason)
                        ON CONFLICT (person, means) DO UPDATE
                          SET last_failed_at = excluded.last_failed_at, last_failure = excluded.last_failure
                        """)
                .param("person", person)
                .param("means", MeansKey.of(means))
                .param("at", Timestamps.of(at))
                .param("reason", reason)
                .update();
    }

    Last of(String person, Means means) {
        return jdbc.sql("SELECT * FROM firebreak.means_outcome WHERE person = ? AND means = ?")
                .params(person, MeansKey.of(means))
                .query((row, number) -> new Last(
                        Timestamps.read(row, "last_worked_at"),
                        Timestamps.read(row, "last_failed_at"),
                        row.getString("last_failure")))
                .optional()
                .orElse(Last.NEVER);
    }
}
