package io.firebreak.engine.filter;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which filter of the engine is which of ours, and how we left it. */
@Repository
class FilterStore {

    private final JdbcClient jdbc;

    FilterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param fingerprint see {@link FilterState}
     */
    record Made(String filterId, String fingerprint) {}

    Optional<Made> find(StandardFilter filter) {
        return jdbc.sql("SELECT filter_id, fingerprint FROM firebreak.task_filter WHERE kind = ?")
                .param(filter.name())
                .query(Made.class)
                .optional();
    }

    void keep(StandardFilter filter, Made made) {
        jdbc.sql("INSERT INTO firebreak.task_filter (kind, filter_id, fingerprint) VALUES (?, ?, ?)"
                        + " ON CONFLICT (kind) DO UPDATE SET filter_id = excluded.filter_id,"
                        + " fingerprint = excluded.fingerprint")
                .params(filter.name(), made.filterId(), made.fingerprint())
                .update();
    }
}
