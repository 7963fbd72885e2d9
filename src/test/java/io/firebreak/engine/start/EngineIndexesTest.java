package io.firebreak.engine.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.FirebreakApplication;
import io.firebreak.database.FreshDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Two nodes with their job executors, started on one empty database at the same moment, and what they find there later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EngineIndexesTest {

    private static final List<String> INDEXES =
            List.of("firebreak_idx_job_duedate", "firebreak_idx_job_locked", "firebreak_idx_task_due_date");

    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;
    private Environment database;
    private JdbcClient jdbc;

    @BeforeAll
    void startTwoNodesAtOnce() {
        try (ConfigurableApplicationContext bare = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .initializers(new FreshDatabase())
                .run()) {
            database = bare.getEnvironment();
            List<CompletableFuture<ConfigurableApplicationContext>> nodes = Stream.of(1, 2)
                    .map(number -> CompletableFuture.supplyAsync(this::start))
                    .toList();
            first = nodes.get(0).join();
            second = nodes.get(1).join();
        }
        jdbc = first.getBean(JdbcClient.class);
    }

    @Test
    @Order(1)
    void shouldAddEachIndexOnceToANewDatabase() {
        assertThat(indexes()).containsExactlyInAnyOrderElementsOf(INDEXES);
        assertThat(migrations()).containsExactly("0", "1", "2");
    }

    @Test
    @Order(2)
    void shouldRunTheJobExecutorWithTheSettingsOfTheFile() {
        JobExecutor jobs = ((ProcessEngineConfigurationImpl)
                        first.getBean(ProcessEngine.class).getProcessEngineConfiguration())
                .getJobExecutor();
        ThreadPoolTaskExecutor threads = first.getBean("camundaTaskExecutor", ThreadPoolTaskExecutor.class);

        assertThat(jobs.isActive()).isTrue();
        assertThat(jobs.getMaxJobsPerAcquisition()).isEqualTo(20);
        assertThat(jobs.getWaitTimeInMillis()).isEqualTo(500);
        assertThat(jobs.getWaitIncreaseFactor()).isEqualTo(2);
        assertThat(jobs.getMaxWait()).isEqualTo(1_000);
        assertThat(jobs.getBackoffTimeInMillis()).isEqualTo(25);
        assertThat(jobs.getMaxBackoff()).isEqualTo(500);
        assertThat(jobs.getBackoffDecreaseThreshold()).isEqualTo(100);
        assertThat(jobs.getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(threads.getCorePoolSize()).isEqualTo(6);
        assertThat(threads.getMaxPoolSize()).isEqualTo(6);
        assertThat(threads.getQueueCapacity()).isEqualTo(20);
        assertThat(threads.getKeepAliveSeconds()).isEqualTo(60);
    }

    @Test
    @Order(3)
    void shouldFindWhatIsDueByItsDateHoweverManyTimersWait() {
        // given
        jdbc.sql(
                        """
                        INSERT INTO act_ru_job (id_, rev_, type_, exclusive_, retries_, duedate_, suspension_state_, priority_,
                          handler_type_, process_instance_id_)
                        SELECT 'waiting' || n, 1, 'timer', true, 3, TIMESTAMP '2100-01-01' + n * interval '1 second', 2, 0,
                          'timer-transition', 'instance' || n
                        FROM generate_series(1, 20000) n
                        """)
                .update();
        jdbc.sql("ANALYZE act_ru_job").update();

        // when
        String plan = String.join(
                "\n",
                jdbc.sql(
                                """
                                EXPLAIN (ANALYZE, COSTS OFF)
                                SELECT RES.ID_ FROM ACT_RU_JOB RES
                                WHERE RES.RETRIES_ > 0 AND RES.DUEDATE_ <= LOCALTIMESTAMP
                                AND (RES.LOCK_OWNER_ IS NULL OR RES.LOCK_EXP_TIME_ < LOCALTIMESTAMP)
                                AND RES.SUSPENSION_STATE_ = 1
                                AND ((RES.EXCLUSIVE_ = true AND NOT EXISTS (SELECT J2.ID_ FROM ACT_RU_JOB J2
                                      WHERE J2.PROCESS_INSTANCE_ID_ = RES.PROCESS_INSTANCE_ID_ AND J2.EXCLUSIVE_ = true
                                      AND J2.LOCK_OWNER_ IS NOT NULL AND J2.LOCK_EXP_TIME_ >= LOCALTIMESTAMP))
                                  OR RES.EXCLUSIVE_ = false)
                                ORDER BY RES.DUEDATE_ ASC LIMIT 20
                                """)
                        .query(String.class)
                        .list());

        // then
        assertThat(plan).contains("firebreak_idx_job_duedate").doesNotContain("Seq Scan on act_ru_job res");
        jdbc.sql("DELETE FROM act_ru_job WHERE id_ LIKE 'waiting%'").update();
    }

    @Test
    @Order(4)
    void shouldPutADatabaseOfBeforeInOrder() {
        // given
        second.close();
        first.close();
        try (ConfigurableApplicationContext old = start("camunda.bpm.job-execution.enabled=false")) {
            JdbcClient before = old.getBean(JdbcClient.class);
            before.sql("DROP TABLE firebreak.engine_schema_history").update();
            INDEXES.forEach(index -> before.sql("DROP INDEX " + index).update());
            before.sql(
                            """
                            INSERT INTO act_ru_job (id_, rev_, type_, exclusive_, retries_, duedate_, create_time_,
                              suspension_state_, priority_, handler_type_)
                            VALUES ('of-before', 1, 'message', true, 3, NULL, TIMESTAMP '2026-01-02 03:04', 2, 0,
                              'async-continuation')
                            """)
                    .update();
        }

        // when
        first = start();
        jdbc = first.getBean(JdbcClient.class);

        // then
        assertThat(indexes()).containsExactlyInAnyOrderElementsOf(INDEXES);
        assertThat(jdbc.sql("SELECT duedate_::text FROM act_ru_job WHERE id_ = 'of-before'")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-01-02 03:04:00");
        jdbc.sql("DELETE FROM act_ru_job WHERE id_ = 'of-before'").update();
    }

    @Test
    @Order(5)
    void shouldNotStartWithASettingThatDoesNotExist() {
        assertThatThrownBy(() -> start("camunda.bpm.generic-properties.properties.history-clean-up=never"))
                .hasStackTraceContaining("Failed to bind properties");
    }

    private ConfigurableApplicationContext start(String... settings) {
        String[] all = Stream.concat(
                        Stream.of(
                                "spring.profiles.active=demo",
                                "server.port=0",
                                // they keep what they know for the whole JVM, which other tests share
                                "camunda.bpm.webapp.enabled=false",
                                "spring.datasource.url=" + database.getProperty("spring.datasource.url"),
                                "spring.datasource.username=" + database.getProperty("spring.datasource.username"),
                                "spring.datasource.password=" + database.getProperty("spring.datasource.password"),
                                "firebreak.processes.directory=processes",
                                "firebreak.publishing.enabled=false"),
                        Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new SpringApplicationBuilder(FirebreakApplication.class).run(all);
    }

    private List<String> indexes() {
        return jdbc.sql("SELECT indexname FROM pg_indexes WHERE indexname LIKE 'firebreak\\_idx\\_%'")
                .query(String.class)
                .list();
    }

    private List<String> migrations() {
        return jdbc.sql("SELECT version FROM firebreak.engine_schema_history ORDER BY installed_rank")
                .query(String.class)
                .list();
    }

    @AfterAll
    void stop() {
        Stream.of(first, second).filter(node -> node != null).forEach(ConfigurableApplicationContext::close);
    }

    /** Only the address of an empty database. */
    static class Nothing {}
}
