package io.firebreak.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.faults.Approved.Batch;
import io.firebreak.publishing.channel.simulator.Fault;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast statements get out: figures to read, measured against what the machine allows in the same run. */
@Tag("benchmark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpeedIT {

    private static final int SERVERS = 8;
    private static final int STATEMENTS = Integer.getInteger("firebreak.benchmark.statements", 200);
    private static final int CASES = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Report report = Report.ofBenchmarks();

    @BeforeAll
    void begin() {
        report.say("# How fast statements get out");
    }

    /**
     * @param latency of each answer, in milliseconds
     * @param concurrency calls at a time to each account
     */
    @ParameterizedTest
    @CsvSource({"200, 4", "200, 16", "0, 4"})
    void shouldPublishAlmostAsFastAsServersAnswer(int latency, int concurrency) throws Exception {
        Outside outside = Outside.alike(SERVERS);
        try (World world = world(outside, concurrency)) {
            // given
            world.running(1);
            answerAfter(outside, latency);
            world.awaitEnd(world.approve(50));

            // when
            Batch batch = world.approve(STATEMENTS);
            Waiting.until("all is public", PATIENCE, () -> world.oracle().underWay(batch) == 0);
            Duration ours = lastSent(world, batch);
            Duration bare = new BareClient().post(outside.touchPoints(), STATEMENTS, concurrency);

            // then
            int publications = STATEMENTS * SERVERS;
            report.say(
                    "- %d statements on %d servers that answer after %d ms, %d calls at a time to each: %.1f publications/s, the bare client %.1f/s: %.0f %%",
                    STATEMENTS,
                    SERVERS,
                    latency,
                    concurrency,
                    perSecond(publications, ours),
                    perSecond(publications, bare),
                    100.0 * bare.toMillis() / ours.toMillis());
            assertThat(world.oracle().judge(List.of(batch)).offences()).isEmpty();
        }
    }

    @Test
    void shouldTellHowLongAnApprovalTakesToReachThePublic() throws Exception {
        Outside outside = Outside.alike(SERVERS);
        try (World world = world(outside, 4)) {
            // given
            Desk desk = new Desk(world.running(1).get(0).application());
            answerAfter(outside, 200);
            List<Duration> first = new ArrayList<>();
            List<Duration> all = new ArrayList<>();

            // when
            for (int number = 0; number < CASES; number++) {
                String reference = desk.written("MARK-%03d".formatted(number));
                desk.approve(reference);
                Waiting.until(reference + " is watched", PATIENCE, () -> desk.isWatched(reference));
                first.add(untilSent(world, reference, "min"));
                all.add(untilSent(world, reference, "max"));
            }

            // then
            report.say("- approved until public, the first of %d: %s", SERVERS + 1, Report.spread(first));
            report.say("- approved until public, the last of %d: %s", SERVERS + 1, Report.spread(all));
            assertThat(first).allMatch(time -> time.compareTo(Duration.ofSeconds(5)) < 0);
        }
    }

    private static World world(Outside outside, int concurrency) {
        return new World(outside, false, outside.environment(Map.of("concurrency", concurrency, "timeout", "10s")));
    }

    private static void answerAfter(Outside outside, int latency) {
        outside.touchPoints().forEach(touchPoint -> touchPoint.faults().always(Fault.late(Duration.ofMillis(latency))));
    }

    private static double perSecond(int count, Duration time) {
        return count * 1000.0 / time.toMillis();
    }

    private static Duration lastSent(World world, Batch batch) {
        Instant last = world.database()
                .jdbc()
                .sql("SELECT max(sent_at) FROM firebreak.publication WHERE created_at >= ?")
                .param(Timestamp.from(batch.begin()))
                .query(Timestamp.class)
                .single()
                .toInstant();
        return Duration.between(batch.begin(), last);
    }

    private static Duration untilSent(World world, String reference, String which) {
        return world.database()
                .jdbc()
                .sql(
                        "SELECT " + which
                                + """
                        (extract(epoch FROM p.sent_at - d.voted_at) * 1000)::bigint FROM firebreak.publication p
                        JOIN firebreak.statement_version v ON v.id = p.version_id
                        JOIN firebreak.statement s ON s.id = v.statement_id
                        JOIN firebreak.approval_vote d ON d.version_id = v.id
                        WHERE s.case_reference = ?
                        """)
                .param(reference)
                .query((row, number) -> Duration.ofMillis(row.getLong(1)))
                .single();
    }

    @AfterAll
    void end() {
        report.say("");
    }
}
