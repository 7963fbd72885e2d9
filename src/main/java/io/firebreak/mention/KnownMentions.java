package io.firebreak.mention;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which posts came before. */
@Repository
class KnownMentions {

    private final JdbcClient jdbc;

    KnownMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are known, by identity, each with the reference of its case; empty while it waits for one. */
    Map<String, Optional<String>> among(Collection<String> identities) {
        Map<String, Optional<String>> known = new HashMap<>();
        jdbc.sql("SELECT identity, case_reference FROM firebreak.mention WHERE identity = ANY(?)")
                .param(identities.toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString(1), Optional.ofNullable(row.getString(2)));
                });
        return known;
    }
}
