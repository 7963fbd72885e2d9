package io.firebreak.engine.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** That the settings in application.yaml reach the engine and the pool, and what they do to people. */
@FirebreakTest
class EngineSettingsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private TaskService taskService;

    @Autowired
    private ManagementService managementService;

    @Test
    void shouldRunWithTheSettingsOfTheFile() {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(settings.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(settings.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(settings.isJobExecutorAcquireByPriority()).isFalse();
        assertThat(settings.isJobExecutorDeploymentAware()).isFalse();
        assertThat(settings.getDefaultNumberOfRetries()).isEqualTo(3);
        assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("PT5S,PT30S,PT2M");
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.isStandaloneTasksEnabled()).isFalse();
        assertThat(settings.isTaskMetricsEnabled()).isFalse();
        assertThat(settings.isDbMetricsReporterActivate()).isFalse();
        assertThat(settings.getJdbcStatementTimeout()).isEqualTo(30);
        assertThat(settings.isSkipOutputMappingOnCanceledActivities()).isTrue();
        assertThat(settings.isEnableReducedJobExceptionLogging()).isTrue();
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(settings.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(settings.getHistoryCleanupBatchSize()).isEqualTo(500);
        assertThat(settings.getHistoryCleanupDegreeOfParallelism()).isOne();
        assertThat(settings.getAuthorizationCheckRevokes()).isEqualTo("always");
        assertThat(settings.getHistoryLevel().getName()).isEqualTo("audit-with-operations");
    }

    @Test
    void shouldPoolConnectionsThatASilentNetworkCannotKeep() {
        assertThat(pool.getMaximumPoolSize()).isEqualTo(20);
        assertThat(pool.getConnectionTimeout()).isEqualTo(10_000);
        assertThat(pool.getKeepaliveTime()).isEqualTo(30_000);
        assertThat(pool.getDataSourceProperties())
                .containsEntry("socketTimeout", "60")
                .containsEntry("connectTimeout", "5")
                .containsEntry("loginTimeout", "5")
                .containsEntry("tcpKeepAlive", "true")
                .containsEntry("reWriteBatchedInserts", "true");
    }

    @Test
    void shouldTakeNoTaskOutsideOfACase() {
        // when
        HttpResponse<String> answer = WebappSession.signIn(port, "admin", "tasklist")
                .post("/api/engine/engine/default/task/create", "{\"name\": \"Mine\"}");

        // then
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(taskService.createTaskQuery().taskName("Mine").count()).isZero();
        assertThatThrownBy(() -> taskService.saveTask(taskService.newTask())).hasMessageContaining("standalone");
    }

    @Test
    void shouldShowEachListOfTasklist() {
        // given
        String reference = driver.report("A case in the lists");
        WebappSession tasklist = WebappSession.signIn(port, "crisislead", "tasklist");
        List<String> lists = Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(tasklist.get("/api/engine/engine/default/filter?resourceType=Task")
                        .body())
                .results()
                .map(match -> match.group(1))
                .toList();

        // when
        List<HttpResponse<String>> answers = lists.stream()
                .flatMap(list -> List.of(
                        tasklist.get("/api/engine/engine/default/filter/" + list + "/count"),
                        tasklist.post(
                                "/api/engine/engine/default/filter/" + list + "/list?firstResult=0&maxResults=1000",
                                "{\"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}]}"))
                        .stream())
                .toList();

        // then
        assertThat(lists).hasSizeGreaterThanOrEqualTo(4);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
        String instance = driver.instance(reference).getId();
        assertThat(answers).anySatisfy(answer -> assertThat(answer.body()).contains(instance));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process-definition",
                "process-definition/statistics?incidents=true",
                "process-instance",
                "process-instance/count",
                "task/count",
                "task/report/candidate-group-count",
                "decision-definition/count",
                "case-definition/count",
                "deployment",
                "incident",
                "job",
                "external-task",
                "history/process-instance",
                "history/activity-instance",
                "history/user-operation",
                "batch",
                "user",
                "filter",
                "metrics/activity-instance-start/sum"
            })
    void shouldAnswerWhatCockpitAsksWithoutALimit(String question) {
        // when
        HttpResponse<String> answer = new Web(port).get("admin", "/engine-rest/" + question);

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void shouldGiveEachStepTheMomentFromWhichItIsDue() {
        // given
        String reference = driver.reportedOwnSlip("A step that waits for a thread");
        driver.write("spokesperson", reference, "This is right.");

        // when
        driver.approve("legal", reference);

        // then
        List<Job> steps =
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .list()
                        .stream()
                        .flatMap(instance ->
                                managementService
                                        .createJobQuery()
                                        .processInstanceId(instance.getId())
                                        .messages()
                                        .list()
                                        .stream())
                        .toList();
        assertThat(steps).isNotEmpty().allSatisfy(step -> assertThat(step.getDuedate())
                .isEqualTo(Date.from(clock.instant())));
    }
}
