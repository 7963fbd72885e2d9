package io.firebreak.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.firebreak.support.PackagedApplication;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast the engine is for people and for timers, and which part of what the database allows it uses. Nothing here
 * fails for being slow, only for being wrong.
 */
@Tag("benchmark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EngineSpeedIT {

    private static final int TASKS = Integer.getInteger("firebreak.benchmark.tasks", 50_000);
    private static final int TIMERS = Integer.getInteger("firebreak.benchmark.timers", 1_000);
    private static final int BURSTS = Integer.getInteger("firebreak.benchmark.bursts", 3);
    private static final int CASES = Integer.getInteger("firebreak.benchmark.cases", 48);
    private static final int CLIENTS = Integer.getInteger("firebreak.benchmark.clients", 16);
    private static final int ROUNDS = 3;
    private static final int PAGES = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> OUR_INDEXES = List.of("firebreak_idx_job_duedate", "firebreak_idx_job_locked");

    private final Report report = Report.ofBenchmarks();
    private World world;
    private OpenCases cases;
    private int bursts;

    @BeforeAll
    void openManyCases() throws Exception {
        report.say("# The engine");
        report.say("- machine: %s", Machine.described());
        world = new World(Outside.alike(0), true, Map.of());
        world.database().noteCommitTimes();
        Node node = world.start(Settings.own()).awaitReady();
        PackagedApplication firebreak = node.application();
        String reference = firebreak
                .post(
                        "communitymanager",
                        "/api/incidents",
                        Map.of("title", "A case of many", "description", "It happened.", "language", "en"))
                .get("reference")
                .asText();
        PackagedApplication.await(
                "the first task of " + reference,
                () -> firebreak
                                .get("crisislead", "/engine-rest/task?processInstanceBusinessKey=" + reference)
                                .size()
                        == 1);
        cases = new OpenCases(world.database());
        cases.copy(reference, TASKS);
        report.say(
                "- in the database: %d open tasks, %d timers that wait, %d authorizations",
                count("act_ru_task"), count("act_ru_job"), count("act_ru_authorization"));
    }

    @Test
    @Order(1)
    void shouldListTasks() {
        for (String[] list : new String[][] {
            {"communitymanager", "Mine"},
            {"communitymanager", "My group's"},
            {"legal", "Late"},
            {"crisislead", "My group's"},
            {"crisislead", "My cases"},
            {"crisislead", "All open"}
        }) {
            // given
            PackagedApplication firebreak = world.running(1).get(0).application();
            String filter = filterNamed(firebreak, list[0], list[1]);

            // when
            List<Duration> times = new ArrayList<>();
            int expected = List.of("Mine", "Late", "My cases").contains(list[1]) ? 0 : Math.min(15, TASKS / 6);
            for (int page = 0; page < PAGES + 5; page++) {
                long begin = System.nanoTime();
                JsonNode tasks = firstPage(firebreak, list[0], filter);
                Duration time = Duration.ofNanos(System.nanoTime() - begin);

                // then
                assertThat(tasks.get("_embedded").path("task").size()).isGreaterThanOrEqualTo(expected);
                if (page >= 5) {
                    times.add(time);
                }
            }
            report.say("- task list \"%s\" of %s, first page of 15: %s", list[1], list[0], Report.percentiles(times));
        }
    }

    @Test
    @Order(2)
    void shouldLetTimersGoOffInTime() {
        // given
        List<Duration> p50 = new ArrayList<>();
        List<Duration> p99 = new ArrayList<>();

        // when
        for (int burst = 0; burst < BURSTS; burst++) {
            List<Duration> late = lateness("our settings and indexes");
            p50.add(Report.percentile(late, 50));
            p99.add(Report.percentile(late, 99));
        }
        world.running(0);
        OUR_INDEXES.forEach(
                index -> world.database().jdbc().sql("DROP INDEX " + index).update());
        world.start(Settings.stockJobExecutor()).awaitReady();
        List<Duration> stock = lateness("the engine's own defaults");
        world.running(0);

        // then
        report.say("- %d timers due in one second, p50 of %d bursts: %s", TIMERS, BURSTS, Report.spread(p50));
        report.say("- %d timers due in one second, p99 of %d bursts: %s", TIMERS, BURSTS, Report.spread(p99));
        report.say(
                "- the engine's own defaults are late by %.1f times as much at p99",
                Report.percentile(stock, 99).toMillis()
                        / (double) Math.max(1, Report.percentile(p99, 50).toMillis()));
    }

    @Test
    @Order(3)
    void shouldLeadCrisesToTheirEnd() throws Exception {
        try (World own = new World(Outside.alike(0), true, Map.of());
                HikariDataSource eyes = eyesOf(own)) {
            // given
            Path processes = TimedProcesses.in(own.folder().resolve("processes"));
            Map<String, String> settings = new HashMap<>(Settings.own());
            settings.put("FIREBREAK_PROCESSES_DIRECTORY", processes.toString());
            PackagedApplication firebreak = own.start(settings).awaitReady().application();
            CrisisScript script = new CrisisScript(firebreak, eyes);
            Crowd.perSecond(CLIENTS, CLIENTS, number -> script.lead("Warming up " + number));
            Pgbench pgbench = new Pgbench(own.database().another("pgbench"));
            List<Double> completed = new ArrayList<>();
            List<Double> commits = new ArrayList<>();
            List<Double> shares = new ArrayList<>();
            List<String> references = new CopyOnWriteArrayList<>();

            // when
            for (int round = 0; round < ROUNDS; round++) {
                long before = writingTransactions(own);
                long begin = System.nanoTime();
                Duration busyBefore = busy(firebreak);
                completed.add(Crowd.perSecond(
                        CLIENTS, CASES, number -> references.add(script.lead("A flood of bad opinions " + number))));
                double seconds = (System.nanoTime() - begin) / 1e9;
                double rate = (writingTransactions(own) - before) / seconds;
                Duration busy = busy(firebreak).minus(busyBefore).dividedBy(CASES);
                double possible = pgbench.measure(CLIENTS, 5);
                commits.add(rate);
                shares.add(100 * rate / possible);
                report.say(
                        "- %d clients: %.1f cases/s from report to close (%d ms of a processor each, without the database), %.0f writing transactions/s, %s %.0f/s: %.1f %%; load %.1f",
                        CLIENTS,
                        completed.get(round),
                        busy.toMillis(),
                        rate,
                        pgbench.name(),
                        possible,
                        shares.get(round),
                        Machine.load());
            }

            // then
            report.say("- crisis cases completed: %s", Report.rates(completed, "cases/s"));
            report.say("- committed by them: %s", Report.rates(commits, "writing transactions/s"));
            report.say("- share of %s with as many clients: %s", pgbench.name(), Report.rates(shares, "%"));
            assertThat(references).hasSize(ROUNDS * CASES).doesNotHaveDuplicates();
            assertThat(openOf(own, references)).isZero();
            assertThat(publishedOnce(own, references)).isEqualTo(references.size());
        }
    }

    /** How long the application has kept processors busy. */
    private static Duration busy(PackagedApplication firebreak) {
        return ProcessHandle.of(firebreak.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Connections in which each client looks for its tasks. */
    private static HikariDataSource eyesOf(World world) {
        Map<String, String> database = world.database().environment();
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(database.get("SPRING_DATASOURCE_URL"));
        settings.setUsername(database.get("SPRING_DATASOURCE_USERNAME"));
        settings.setPassword(database.get("SPRING_DATASOURCE_PASSWORD"));
        settings.setMaximumPoolSize(CLIENTS);
        return new HikariDataSource(settings);
    }

    /** The reminders of many tasks are due in one second: how much later each has had its effect. */
    private List<Duration> lateness(String what) {
        List<String> references = cases.references(bursts++ * TIMERS, TIMERS);
        Instant begin = Instant.now();
        // far enough for all to be written before the first is due, and for the job executor to have grown idle
        Map<String, Instant> due =
                cases.remind(references, begin.plusSeconds(10).truncatedTo(ChronoUnit.SECONDS), Duration.ofSeconds(1));
        Waiting.until("all reminders had their effect", PATIENCE, () -> reminders(begin) >= references.size());
        Map<String, Instant> at = cases.remindedSince(begin);
        List<Duration> late = references.stream()
                .map(reference -> Duration.between(due.get(reference), at.get(reference)))
                .toList();
        assertThat(at.keySet()).containsAll(references);
        assertThat(late).allMatch(duration -> !duration.isNegative());
        report.say(
                "- %d timers due in one second among %d, late with %s: %s; load %.1f",
                TIMERS, count("act_ru_job"), what, Report.percentiles(late), Machine.load());
        return late;
    }

    private long reminders(Instant since) {
        return world.database()
                .jdbc()
                .sql("SELECT count(*) FROM firebreak.ledger_entry WHERE act = 'task.reminded' AND at >= ?")
                .param(Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return world.database()
                .jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private static String filterNamed(PackagedApplication firebreak, String user, String name) {
        for (JsonNode filter : firebreak.get(user, "/engine-rest/filter?resourceType=Task")) {
            if (filter.get("name").asText().equals(name)) {
                return filter.get("id").asText();
            }
        }
        throw new AssertionError(user + " has no list " + name);
    }

    /** As Tasklist asks for it: with the number of all, and with what the cards show. */
    private static JsonNode firstPage(PackagedApplication firebreak, String user, String filter) {
        return firebreak.postForLinked(
                user, "/engine-rest/filter/" + filter + "/list?firstResult=0&maxResults=15", Map.of());
    }

    /** Transactions that wrote something, of all that use this server. */
    private static long writingTransactions(World world) {
        return world.database()
                .jdbc()
                .sql("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    private static long openOf(World world, List<String> references) {
        return JdbcClient.create(world.database().dataSource())
                .sql(
                        "SELECT count(*) FROM firebreak.crisis_case WHERE phase <> 'CLOSED' AND reference IN (:references)")
                .param("references", references)
                .query(Long.class)
                .single();
    }

    private static long publishedOnce(World world, List<String> references) {
        return JdbcClient.create(world.database().dataSource())
                .sql(
                        """
                        SELECT count(*) FROM (
                          SELECT s.case_reference FROM firebreak.publication p
                          JOIN firebreak.statement_version v ON v.id = p.version_id
                          JOIN firebreak.statement s ON s.id = v.statement_id
                          WHERE p.state = 'SENT' AND s.case_reference IN (:references)
                          GROUP BY s.case_reference HAVING count(*) = 1) once
                        """)
                .param("references", references)
                .query(Long.class)
                .single();
    }

    @AfterAll
    void end() throws Exception {
        report.say("");
        if (world != null) {
            world.close();
        }
    }
}
