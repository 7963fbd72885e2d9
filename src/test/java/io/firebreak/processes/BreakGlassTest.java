package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.roster.DutyChanges;
import io.firebreak.roster.DutyChanges.NewDutyChange;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever of management is on call approves alone at once, by the API and in Tasklist, before any chain has asked them. */
@FirebreakTest
class BreakGlassTest {

    private static final Person LEAD = new Person(new Actor("crisislead"), Set.of(Role.CRISIS_LEAD.groupId()));
    private static final String REASON = "Nobody picks up, and people eat it now.";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private DutyChanges duties;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private FilterService filterService;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectMapper json;

    private String reference;

    @Test
    void shouldApproveByTheApiAtOnceWhatWasReadThere() throws Exception {
        // given
        textOfS1();
        JsonNode waiting = waiting("management");

        // when
        HttpResponse<String> answer =
                approveAlone("management", waiting.at("/sha256").asText(), "once");

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(waiting.at("/body").asText()).isEqualTo("Do not eat it.");
        assertThat(waiting.at("/asked").toString()).isEqualTo("[[\"crisislead\"],[\"legal\"]]");
        assertThat(waiting.at("/mayApproveAlone").asBoolean()).isTrue();
        assertThat(latest().isApproved()).isTrue();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_ReviewApproval");
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("statement.approvedAlone"))
                .extracting(LedgerEntry::actor, LedgerEntry::reason)
                .containsExactly(tuple("management", REASON));

        // when it is sent again, because the answer got lost
        HttpResponse<String> again = approveAlone("management", latest().sha256(), "once");

        // then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(latest().agreement().votes()).hasSize(1);
        assertThat(approveAlone("management2", latest().sha256(), "other").body())
                .contains("management approved this text at");
    }

    @Test
    void shouldApproveWhereOthersHoldTheTasksAndDoNotAnswer() {
        // given
        textOfS1();
        claim("crisislead", taskOf("crisislead"));
        claim("legal", taskOf("legal"));

        // when
        HttpResponse<String> answer = approveAlone("management", latest().sha256(), "once");

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(latest().isApproved()).isTrue();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_ReviewApproval");
    }

    @Test
    void shouldRefuseByTheApiWhoeverMayNotAndLeaveTheTasksToTheirHolders() {
        // given
        textOfS1();
        claim("legal", taskOf("legal"));
        String sha256 = latest().sha256();

        // then
        assertRefused(approveAlone("crisislead", sha256, "1"), 403, "Only management can approve a text alone.");
        assertRefused(approveAlone("areaowner", sha256, "2"), 403, "Only management can approve a text alone.");
        assertRefused(approveAlone("admin", sha256, "3"), 403, "");
        assertRefused(approveAlone("management", sha256.replace('a', 'b'), "4"), 409, "This is not the text");
        assertRefused(approveAlone("management", null, "5"), 409, "This is not the text");
        assertRefused(
                post("management", latest().statementId().toString(), body(sha256, " "), "6"),
                422,
                "Why you approve it alone is missing");
        assertRefused(post("management", "own", body(sha256, REASON), "7"), 404, "There is no text with this id");
        assertRefused(
                post("management", UUID.randomUUID().toString(), body(sha256, REASON), "8"), 409, "has no such text");
        assertRefused(approveAlone("management", sha256, null), 422, "Idempotency-Key");
        assertThat(latest().isApproved()).isFalse();
        assertThat(holderOf(taskOf("legal"))).isEqualTo("legal");
        assertThat(driver.acts(reference)).contains("approval.refused").doesNotContain("statement.approvedAlone");
    }

    @Test
    void shouldRefuseBelowS1() {
        // given
        text(driver.reportedOffence("A joke that hurts"));

        // then
        assertRefused(approveAlone("management", latest().sha256(), "1"), 409, "Only in a case of severity S1");
        assertThatThrownBy(() -> claim("management", taskOf("legal")))
                .satisfies(
                        failure -> assertThat(Refusal.behind(failure)).hasMessageContaining("This task is for Legal"));
        assertThat(holderOf(taskOf("legal"))).isNull();
    }

    @Test
    void shouldRefuseATextThatWasChangedAfterItWasRead() {
        // given
        textOfS1();
        String read = latest().sha256();
        transaction.executeWithoutResult(status -> statements.write(
                reference, StatementText.of("en", "Title", "Changed.", false, null, false), new Actor("spokesperson")));

        // then
        assertRefused(approveAlone("management", read, "1"), 409, "This is not the text that waits for approval");
    }

    @Test
    void shouldWantToKnowWhyItGoesOnWithoutThoseWhoCouldNotBeFound() {
        // given
        textOfS1();
        transaction.executeWithoutResult(status -> facts.stateGap(
                CaseReference.parse(reference), "production", "Nobody answers.", new Actor("crisislead")));
        String text = latest().statementId().toString();
        String body = body(latest().sha256(), REASON);

        // then
        assertRefused(post("management", text, body, "1"), 422, "Nobody could be found for production");

        // when
        String goesOn = body.replace("}", ", \"goOnWithGaps\": true, \"gapReason\": \"No time.\"}");
        HttpResponse<String> answer = post("management", text, goesOn, "2");

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(driver.acts(reference)).contains("approval.withGap");
    }

    @Test
    void shouldRefuseManagementThatIsNotOnCallWhileAnotherIs() {
        // given
        textOfS1();
        String duty = onCall("management2");

        // then
        try {
            assertRefused(approveAlone("management", latest().sha256(), "1"), 403, "management2 can approve");
            assertThatThrownBy(() -> claim("management", taskOf("legal"))).isNotNull();
            claim("management2", taskOf("legal"));
            assertThat(holderOf(taskOf("legal"))).isEqualTo("management2");
        } finally {
            transaction.executeWithoutResult(status -> duties.end(duty, LEAD));
        }
    }

    @Test
    void shouldHearOneOfTwoWhoPressAtOnceByTheApi() throws Exception {
        // given
        textOfS1();
        String sha256 = latest().sha256();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        // when
        List<Future<HttpResponse<String>>> answers = List.of("management", "management2").stream()
                .map(person -> threads.submit(() -> {
                    together.await();
                    return approveAlone(person, sha256, person);
                }))
                .toList();
        threads.shutdown();

        // then
        assertThat(List.of(
                        answers.get(0).get().statusCode(), answers.get(1).get().statusCode()))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(latest().agreement().votes()).hasSize(1);
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_ReviewApproval");
    }

    @Test
    void shouldBeFoundAndDoneInTasklistByWhoeverIsOnCall() {
        // given
        textOfS1();
        Task legals = taskOf("legal");

        // then
        assertThat(inFilter("management")).contains(legals.getId());

        // when
        claim("management", legals);
        driver.as("management", () -> {
            taskService.complete(legals.getId(), inputs("APPROVE_ALONE", REASON));
            return null;
        });

        // then
        assertThat(latest().isApproved()).isTrue();
        assertThat(latest().agreement().alone()).isPresent();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_ReviewApproval");
    }

    @Test
    void shouldBeDoneByTheEnginesRestToo() {
        // given
        textOfS1();
        String body =
                """
                {"variables": {"decision": {"value": "APPROVE_ALONE"}, "comments": {"value": "%s"},
                  "sha256": {"value": "%s"}}}
                """
                        .formatted(REASON, latest().sha256());
        String address = "/engine-rest/task/" + taskOf("legal").getId() + "/complete";

        // then
        assertThat(web().post("crisislead", address, body).statusCode()).isEqualTo(403);
        assertThat(web().post("management", address, body).statusCode()).isEqualTo(204);
        assertThat(latest().agreement().alone()).isPresent();
    }

    @Test
    void shouldLetWhoeverIsLetInDoNothingElse() {
        // given
        textOfS1();
        Task legals = taskOf("legal");
        claim("management", legals);

        // then
        assertThatThrownBy(() -> complete("management", legals, inputs("APPROVE", null)))
                .satisfies(failure -> assertThat(Refusal.behind(failure))
                        .hasMessageContaining("This text waits for Legal; you are not among them."));
        assertThatThrownBy(() -> complete("management", legals, inputs("SEND_BACK", "I don't like it.")))
                .satisfies(failure -> assertThat(Refusal.behind(failure))
                        .hasMessageContaining("This text waits for Legal; you can approve it alone, but not send it"));
        String task = "/api/tasks/" + legals.getId();
        assertRefused(
                web().post("management", task + "/delegate", "{\"to\": \"management2\", \"reason\": \"You do it.\"}"),
                403,
                "but not pass it on");
        assertRefused(
                web().post("management", task + "/hand-over", "{\"to\": \"management2\", \"summary\": \"You do it.\"}"),
                403,
                "but not pass it on");
        assertThat(latest().agreement().votes()).isEmpty();
        assertThat(driver.openTasks(reference)).hasSize(2);
    }

    @Test
    void shouldTakeATaskOverInAnEmergency() {
        // given
        textOfS1();
        Task legals = taskOf("legal");
        claim("legal", legals);

        // when
        HttpResponse<String> answer = web().post("management", "/api/tasks/" + legals.getId() + "/take-over", null);

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(holderOf(legals)).isEqualTo("management");
        assertRefused(
                web().post("areaowner", "/api/tasks/" + legals.getId() + "/take-over", null), 403, "This task is for");
    }

    @Test
    void shouldBeInViewUntilSomebodyHasReviewedIt() throws Exception {
        // given
        textOfS1();
        double before = unreviewed();
        approveAlone("management", latest().sha256(), "once");

        // then
        assertThat(health().at("/status").asText()).isEqualTo("UP");
        assertThat(health().at("/details/unreviewed").toString())
                .contains(reference + ": approved alone by management at 20");
        assertThat(unreviewed()).isEqualTo(before + 1);
        assertThat(incidents())
                .extracting(Incident::getIncidentMessage)
                .containsExactly(
                        "Version 1 of the statement was approved by management alone; nobody has reviewed it yet.");
        assertThat(driver.task(reference, "UserTask_ReviewApproval")
                        .getDueDate()
                        .toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofDays(1)));

        // when
        driver.complete(
                "legal",
                reference,
                "UserTask_ReviewApproval",
                Map.of("outcome", "JUSTIFIED", "words", "Nobody was there."));

        // then
        assertThat(health().at("/details/unreviewed").toString()).doesNotContain(reference);
        assertThat(unreviewed()).isEqualTo(before);
        assertThat(incidents()).isEmpty();
    }

    private void textOfS1() {
        text(driver.reportedDanger("Glass in the yoghurt"));
    }

    private void text(String newReference) {
        reference = newReference;
        driver.startAlone(reference, "StatementApproval", Map.of());
        driver.write("spokesperson", reference, "Do not eat it.");
    }

    private StatementVersion latest() {
        return driver.latestVersion(reference);
    }

    private JsonNode waiting(String person) throws Exception {
        JsonNode all = json.readTree(
                web().get(person, "/api/cases/" + reference + "/approvals").body());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private HttpResponse<String> approveAlone(String person, String sha256, String key) {
        return post(person, latest().statementId().toString(), body(sha256, REASON), key);
    }

    private static String body(String sha256, String reason) {
        return "{\"sha256\": %s, \"comments\": \"%s\"}".formatted(sha256 == null ? null : "\"" + sha256 + "\"", reason);
    }

    private HttpResponse<String> post(String person, String text, String body, String key) {
        String address = "/api/cases/%s/approvals/%s/approve-alone".formatted(reference, text);
        return key == null
                ? web().post(person, address, body)
                : web().post(person, address, body, "Idempotency-Key", key);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
    }

    private Task taskOf(String group) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskCandidateGroup(group)
                .includeAssignedTasks()
                .singleResult();
    }

    private void claim(String person, Task task) {
        driver.as(person, () -> {
            taskService.claim(task.getId(), person);
            return null;
        });
    }

    private String holderOf(Task task) {
        return taskService.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private void complete(String person, Task task, Map<String, Object> inputs) {
        driver.as(person, () -> {
            taskService.complete(task.getId(), inputs);
            return null;
        });
    }

    private Map<String, Object> inputs(String decision, String comments) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("decision", decision);
        inputs.put("sha256", latest().sha256());
        inputs.put("comments", comments);
        return inputs;
    }

    /** As Tasklist asks for them. */
    private List<String> inFilter(String person) {
        return driver.as(person, () -> {
            String filter = filterService
                    .createTaskFilterQuery()
                    .filterName("Approve alone")
                    .singleResult()
                    .getId();
            return filterService.<Task>list(filter).stream().map(Task::getId).toList();
        });
    }

    private String onCall(String person) {
        return transaction.execute(status -> duties.change(
                        new NewDutyChange(
                                "crisis leads, second",
                                clock.instant().toString(),
                                clock.instant().plus(Duration.ofMinutes(30)).toString(),
                                person,
                                "A test."),
                        LEAD)
                .entries()
                .get(0)
                .change()
                .id()
                .toString());
    }

    private JsonNode health() throws Exception {
        return json.readTree(web().get("admin", "/actuator/health").body()).at("/components/loneApprovals");
    }

    private double unreviewed() {
        return meters.get("firebreak.approvals.alone.unreviewed").gauge().value();
    }

    private List<Incident> incidents() {
        return runtimeService.createIncidentQuery().incidentType("approvedAlone").list().stream()
                .filter(incident -> isOfCase(incident.getProcessInstanceId()))
                .toList();
    }

    private boolean isOfCase(String processInstanceId) {
        return reference.equals(historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult()
                .getBusinessKey());
    }

    private Web web() {
        return new Web(port);
    }
}
