package io.firebreak.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways in which a task can be taken, left and bent. Only one of them leads on. */
@FirebreakTest
class TaskDoorsTest {

    private static final String ASSESSED =
            """
            {"variables": {"category": {"value": "OWN_SLIP"}, "spread": {"value": "STEADY"},
                           "negativeSharePercent": {"value": 10}, "safetyRisk": {"value": false}%s}}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TaskService taskService;

    @Autowired
    private FormService formService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private HistoryService historyService;

    private Web web;
    private String reference;
    private String instance;
    private String task;

    @BeforeEach
    void report() {
        web = new Web(port);
        reference = driver.report("A task to bend");
        instance = driver.instance(reference).getId();
        task = driver.task(reference, "UserTask_AssessIncident").getId();
    }

    @Test
    void shouldRefuseWhatTheFormDoesNotHave() {
        // given
        Map<String, Object> values =
                Map.of("category", "OWN_SLIP", "spread", "STEADY", "negativeSharePercent", 1, "verdict", "S4");
        WebappSession tasklist = WebappSession.signIn(port, "crisislead", "tasklist");
        String json = ASSESSED.formatted(", \"verdict\": {\"value\": \"S4\"}");

        // when
        List<HttpResponse<String>> answers = List.of(
                web.post("crisislead", "/engine-rest/task/" + task + "/complete", json),
                web.post("crisislead", "/engine-rest/task/" + task + "/submit-form", json),
                tasklist.post("/api/engine/engine/default/task/" + task + "/complete", json),
                tasklist.post("/api/engine/engine/default/task/" + task + "/submit-form", json));

        // then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("Here nothing named verdict is taken");
        });
        assertThatThrownBy(() -> asCrisisLead(() -> taskService.complete(task, new HashMap<>(values))))
                .hasMessageContaining("nothing named verdict");
        assertThatThrownBy(() -> asCrisisLead(() -> formService.submitTaskForm(task, new HashMap<>(values))))
                .hasMessageContaining("nothing named verdict");
        assertThatThrownBy(() -> asCrisisLead(
                        () -> taskService.completeWithVariablesInReturn(task, new HashMap<>(values), false)))
                .hasMessageContaining("nothing named verdict");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_AssessIncident");
    }

    @Test
    void shouldNeverKeepWhatWasHandedInAsVariables() {
        // when
        HttpResponse<String> answer =
                web.post("crisislead", "/engine-rest/task/" + task + "/submit-form", ASSESSED.formatted(""));
        driver.write("spokesperson", reference, "The secret body");

        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        List<String> now = runtimeService.createVariableInstanceQuery().processInstanceIdIn(instance).list().stream()
                .map(VariableInstance::getName)
                .toList();
        assertThat(now)
                .contains("caseReference", "caseTitle", "severity")
                .isSubsetOf("caseReference", "caseTitle", "severity", "category", "statement");
        assertThat(historyService
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(HistoricVariableInstance::getValue)
                .doesNotContain("The secret body", "We are sorry");
        assertThat(historyService
                        .createHistoricDetailQuery()
                        .processInstanceId(instance)
                        .formFields()
                        .list())
                .isEmpty();
    }

    @Test
    void shouldNeverKeepAReportAsVariables() {
        // given
        String json =
                """
                {"variables": {"title": {"value": "By form"}, "description": {"value": "The secret words"},
                               "language": {"value": "en"}}}
                """;

        // when
        HttpResponse<String> started =
                web.post("communitymanager", "/engine-rest/process-definition/key/SocialMediaCrisis/submit-form", json);
        HttpResponse<String> alsoStarted =
                web.post("communitymanager", "/engine-rest/process-definition/key/SocialMediaCrisis/start", json);

        // then
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        assertThat(alsoStarted.statusCode()).as(alsoStarted.body()).isEqualTo(200);
        assertThat(runtimeService
                        .createVariableInstanceQuery()
                        .variableNameIn("description", "title")
                        .count())
                .isZero();
        assertThat(historyService.createHistoricVariableInstanceQuery().list())
                .extracting(HistoricVariableInstance::getValue)
                .doesNotContain("The secret words");
        assertThat(historyService.createHistoricDetailQuery().formFields().count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/resolve | {}",
                "/bpmnError | {\"errorCode\": \"any\"}",
                "/bpmnEscalation | {\"escalationCode\": \"any\"}",
                "/delegate | {\"userId\": \"crisislead\"}",
                "/assignee | {\"userId\": \"crisislead2\"}",
                "/claim | {\"userId\": \"communitymanager\"}",
                "/claim | {\"userId\": \"spokesperson\"}",
                "/claim | {\"userId\": \"nobody\"}",
                "/identity-links | {\"userId\": \"spokesperson\", \"type\": \"candidate\"}",
                "/identity-links | {\"groupId\": \"spokesperson\", \"type\": \"candidate\"}",
                "/identity-links | {\"userId\": \"crisislead\", \"type\": \"owner\"}",
                "/identity-links/delete | {\"groupId\": \"communitymanager\", \"type\": \"candidate\"}",
                "/variables | {\"modifications\": {\"severity\": {\"value\": \"S4\"}}}",
                "/localVariables | {\"modifications\": {\"severity\": {\"value\": \"S4\"}}}"
            })
    void shouldLetACandidateNeitherBendNorHandOnATask(String path, String json) {
        // when
        HttpResponse<String> answer = web.post("crisislead", "/engine-rest/task/" + task + path, json);

        // then
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
        assertUntouched();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /task/%s | {\"name\": \"Other\", \"due\": \"2030-01-01T00:00:00.000+0000\", \"assignee\": \"crisislead\"}",
                "DELETE | /task/%s | {}",
                "PUT | /task/%s/variables/severity | {\"value\": \"S4\"}",
                "PUT | /task/%s/localVariables/severity | {\"value\": \"S4\"}",
                "PUT | /process-instance/%2$s/variables/severity | {\"value\": \"S4\"}",
                "PUT | /execution/%2$s/localVariables/severity | {\"value\": \"S4\"}",
                "DELETE | /process-instance/%2$s | {}",
                "POST | /process-instance/%2$s/modification | {\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"CallActivity_PublishStatement\"}]}",
                "PUT | /process-instance/%2$s/suspended | {\"suspended\": true}",
                "POST | /execution/%2$s/signal | {}",
                "POST | /task/create | {\"name\": \"Mine\"}",
                "POST | /process-definition/key/SocialMediaCrisis/start | {\"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"CallActivity_PublishStatement\"}]}"
            })
    void shouldLetNobodyButAdministratorsBendACase(String method, String path, String json) {
        // given
        String address = "/engine-rest" + path.formatted(task, instance);

        // when
        List<HttpResponse<String>> answers =
                List.of("crisislead", "communitymanager", "management", "designer", "spokesperson").stream()
                        .map(user -> web.send(user, method, address, json, "Content-Type", "application/json"))
                        .toList();

        // then
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400));
        assertUntouched();
    }

    @Test
    void shouldNotLetWatchersMoveJobs() {
        // given
        String job = driver.as("admin", () -> web.get("admin", "/engine-rest/job?processInstanceId=" + instance))
                .body()
                .replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");

        // when
        List<HttpResponse<String>> answers = List.of("crisislead", "management", "designer").stream()
                .flatMap(user -> List.of(
                        web.post(user, "/engine-rest/job/" + job + "/execute", "{}"),
                        web.send(
                                user,
                                "PUT",
                                "/engine-rest/job/" + job + "/duedate",
                                "{\"duedate\": \"2030-01-01T00:00:00.000+0000\"}",
                                "Content-Type",
                                "application/json"),
                        web.send(
                                user,
                                "PUT",
                                "/engine-rest/job/" + job + "/retries",
                                "{\"retries\": 0}",
                                "Content-Type",
                                "application/json"),
                        web.send(
                                user,
                                "PUT",
                                "/engine-rest/job/" + job + "/suspended",
                                "{\"suspended\": true}",
                                "Content-Type",
                                "application/json"),
                        web.send(user, "DELETE", "/engine-rest/job/" + job, null))
                        .stream())
                .toList();

        // then
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403));
        assertThat(web.get("admin", "/engine-rest/job/" + job).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotRestartAnEndedCaseInTheMiddle() {
        // given
        runtimeService.deleteProcessInstance(instance, "for the test");
        String definition = historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();

        // when
        HttpResponse<String> answer = web.post(
                "crisislead",
                "/engine-rest/process-definition/" + definition + "/restart",
                "{\"processInstanceIds\": [\"%s\"], \"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"CallActivity_PublishStatement\"}]}"
                        .formatted(instance));

        // then
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
        assertThat(driver.instance(reference)).isNull();
    }

    @Test
    void shouldLetManagementReadInCockpit() {
        // given
        WebappSession cockpit = WebappSession.signIn(port, "management", "cockpit");

        // when
        HttpResponse<String> read = cockpit.get("/api/engine/engine/default/process-instance/" + instance);
        HttpResponse<String> variables =
                cockpit.get("/api/engine/engine/default/process-instance/" + instance + "/variables");

        // then
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(variables.body()).contains("A task to bend");
        assertThat(cockpit.post(
                                "/api/engine/engine/default/process-instance/" + instance + "/variables",
                                "{\"modifications\": {\"severity\": {\"value\": \"S4\"}}}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldRefuseCompletionByNobody() {
        assertThatThrownBy(() -> taskService.complete(task)).hasMessageContaining("please sign in");
        assertThatThrownBy(() -> formService.submitTaskForm(task, new HashMap<>()))
                .hasMessageContaining("please sign in");
        assertUntouched();
    }

    @Test
    void shouldRefuseCompletionByThoseForWhomItIsNot() {
        // when
        HttpResponse<String> administrator =
                web.post("admin", "/engine-rest/task/" + task + "/complete", ASSESSED.formatted(""));
        HttpResponse<String> spokesperson =
                web.post("spokesperson", "/engine-rest/task/" + task + "/complete", ASSESSED.formatted(""));

        // then
        assertThat(administrator.statusCode()).isEqualTo(400);
        assertThat(administrator.body())
                .contains("This task is for Community manager or Crisis lead; Olaf Stern is not among them.");
        assertThat(spokesperson.statusCode()).isEqualTo(403);
        assertUntouched();
    }

    @Test
    void shouldKeepATaskForItsHolderUntilTheyGiveItBack() {
        // given
        assertThat(claim("communitymanager", "communitymanager").statusCode()).isEqualTo(204);

        // when
        HttpResponse<String> completed =
                web.post("crisislead", "/engine-rest/task/" + task + "/complete", ASSESSED.formatted(""));
        HttpResponse<String> claimed = claim("crisislead", "crisislead");
        HttpResponse<String> taken =
                web.post("crisislead", "/engine-rest/task/" + task + "/claim", "{\"userId\": null}");
        HttpResponse<String> released = web.post("crisislead", "/engine-rest/task/" + task + "/unclaim", "{}");

        // then
        assertThat(completed.statusCode()).isEqualTo(400);
        assertThat(completed.body())
                .contains("Carla Marín holds this task; please ask them to complete it or to release it.");
        assertThat(List.of(claimed, taken, released))
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 500));
        assertThat(holder()).isEqualTo("communitymanager");
        assertThat(web.post("communitymanager", "/engine-rest/task/" + task + "/unclaim", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(holder()).isNull();
        assertThat(claim("crisislead", "crisislead").statusCode()).isEqualTo(204);
        assertThat(driver.acts(reference)).containsSubsequence("task.assigned", "task.released", "task.assigned");
    }

    @Test
    void shouldLetAdministratorsGiveATaskOnlyToThoseForWhomItIs() {
        // when
        HttpResponse<String> wrong =
                web.post("admin", "/engine-rest/task/" + task + "/assignee", "{\"userId\": \"spokesperson\"}");
        HttpResponse<String> right =
                web.post("admin", "/engine-rest/task/" + task + "/assignee", "{\"userId\": \"crisislead2\"}");

        // then
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Anna Kowalska is not among them");
        assertThat(right.statusCode()).isEqualTo(204);
        assertThat(holder()).isEqualTo("crisislead2");
    }

    private HttpResponse<String> claim(String user, String forWhom) {
        return web.post(user, "/engine-rest/task/" + task + "/claim", "{\"userId\": \"" + forWhom + "\"}");
    }

    private String holder() {
        return taskService.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private void asCrisisLead(Runnable act) {
        driver.as("crisislead", () -> {
            act.run();
            return null;
        });
    }

    private void assertUntouched() {
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_AssessIncident");
        assertThat(holder()).isNull();
        assertThat(taskService.getVariables(task)).containsOnlyKeys("caseReference", "caseTitle");
        assertThat(taskService.getIdentityLinksForTask(task)).hasSize(2);
    }
}
