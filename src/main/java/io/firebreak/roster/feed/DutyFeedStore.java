package io.firebreak.roster.feed;

import io.firebreak.database.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of secret addresses. */
@Repository
class DutyFeedStore {

    private final JdbcClient jdbc;

    DutyFeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one before ends. */
    void put(String person, String tokenSha256, Instant madeAt) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.duty_feed (person, token_sha256, made_at) VALUES (:person, :token, :madeAt)
                        ON CONFLICT (person) DO UPDATE
                          SET token_sha256 = excluded.token_sha256, made_at = excluded.made_at
                        """)
                .param("person", person)
                .param("token", tokenSha256)
                .param("madeAt", Timestamps.of(madeAt))
                .update();
    }

    Optional<String> personOf(String tokenSha256) {
        return jdbc.sql("SELECT person FROM firebreak.duty_feed WHERE token_sha256 = ?")
                .param(tokenSha256)
                .query(String.class)
                .optional();
    }

    Optional<Instant> madeAt(String person) {
        return jdbc.sql("SELECT made_at FROM firebreak.duty_feed WHERE person = ?")
                .param(person)
                .query((row, number) -> Timestamps.read(row, "made_at"))
                .optional();
    }
}
