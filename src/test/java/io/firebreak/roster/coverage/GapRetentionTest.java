package io.firebreak.roster.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.database.Timestamps;
import io.firebreak.roster.CrisisPlans;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closed gaps are kept as long as the absences that made them. */
@FirebreakTest
class GapRetentionTest {

    @Autowired
    private GapRetention retention;

    @Autowired
    private GapStore store;

    @Autowired
    private CrisisPlans plans;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Instant limit;

    @BeforeEach
    void look() {
        limit = clock.instant().minus(plans.current().retention().absences());
    }

    @Test
    void shouldForgetWhatWasClosedForLong() {
        // given
        UUID old = gap(limit.minusSeconds(1));
        UUID newer = gap(limit.plusSeconds(1));
        UUID open = gap(null);

        // when
        retention.forgetOld();

        // then
        assertThat(isThere(old)).isFalse();
        assertThat(isThere(newer)).isTrue();
        assertThat(isThere(open)).isTrue();
        store.close(open, clock.instant());
    }

    @Test
    void shouldForgetOldLooksAndNeverTheLast() {
        // given
        jdbc.sql("DELETE FROM firebreak.reachability_look").update();
        look(limit.minus(Duration.ofDays(2)));
        look(limit.minus(Duration.ofDays(1)));

        // when
        retention.forgetOld();

        // then
        assertThat(jdbc.sql("SELECT count(*) FROM firebreak.reachability_look")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(store.lastLook())
                .hasValueSatisfying(last -> assertThat(last.at()).isEqualTo(limit.minus(Duration.ofDays(1))));
    }

    private void look(Instant at) {
        jdbc.sql("INSERT INTO firebreak.reachability_look (at, plan_version, lines, thin, red) VALUES (?, 0, 1, 0, 0)")
                .param(Timestamps.of(at))
                .update();
    }

    /**
     * @param closedAt null: it is open
     */
    private UUID gap(Instant closedAt) {
        Instant from = limit.minus(Duration.ofDays(3));
        UUID id = UUID.randomUUID();
        store.add(
                new Gap(
                        id,
                        "chain",
                        "crisislead",
                        "S1",
                        Verdict.RED,
                        "For a test " + id,
                        from,
                        from.plusSeconds(60),
                        0),
                id,
                "a process",
                from);
        if (closedAt != null) {
            store.close(id, closedAt);
        }
        return id;
    }

    private boolean isThere(UUID id) {
        return jdbc.sql("SELECT count(*) FROM firebreak.coverage_gap WHERE id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
