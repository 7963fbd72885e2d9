package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody types into a form: who keeps it, who sees it, when it is refused, and when it is forgotten. */
@FirebreakTest
class DraftsInTasklistTest {

    private static final String PLUGIN = "/api/tasklist/plugin/firebreak/default/";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private String reference;
    private String task;
    private String address;
    private WebappSession writer;

    @BeforeEach
    void hold() {
        reference = driver.reportedOwnSlip("A wrong price");
        driver.startAlone(reference, "StatementApproval", Map.of());
        task = driver.task(reference, "UserTask_WriteStatement").getId();
        address = PLUGIN + "tasks/" + task + "/draft";
        writer = WebappSession.signIn(port, "spokesperson", "tasklist");
        give("spokesperson");
    }

    @Test
    void shouldGiveBackWhatTheHolderTyped() {
        // given
        Instant now = clock.instant();

        // when
        HttpResponse<String> kept = keep(writer, "spokesperson", 0, "{\"title\": \"Wir <b>irren</b>\\u0007 {{1+1}}\"}");
        keep(writer, "spokesperson", 1, "{\"title\": \"Wir irren\"}");
        JsonNode draft = newest(writer);

        // then
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(read(kept).path("version").asInt()).isEqualTo(1);
        assertThat(draft.path("version").asInt()).isEqualTo(2);
        assertThat(draft.path("person").asText()).isEqualTo("spokesperson");
        assertThat(draft.path("typed").asText()).isEqualTo("{\"title\": \"Wir irren\"}");
        assertThat(Instant.parse(draft.path("savedAt").asText())).isEqualTo(now);
    }

    @Test
    void shouldSayThatNobodyTyped() {
        assertThat(newest(writer).path("version").asInt(-1)).isZero();
    }

    @Test
    void shouldLetOnlyTheHolderWriteAndOnlyThoseReadWhoSeeTheTask() {
        // given
        keep(writer, "spokesperson", 0, "{\"title\": \"Ours\"}");
        give("management");
        WebappSession outsider = WebappSession.signIn(port, "areaowner", "tasklist");

        // when
        HttpResponse<String> late = keep(writer, "spokesperson", 1, "{\"title\": \"Mine\"}");
        HttpResponse<String> foreign = keep(outsider, "areaowner", 1, "{\"title\": \"Theirs\"}");

        // then
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("Beatriz Soler holds this task now.");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(outsider.get(address).statusCode()).isEqualTo(404);
        assertThat(newest(writer).path("typed").asText()).isEqualTo("{\"title\": \"Ours\"}");
    }

    @Test
    void shouldAskToTakeTheTaskFirst() {
        // given
        give(null);

        // then
        HttpResponse<String> answer = keep(writer, "spokesperson", 0, "{\"title\": \"Mine\"}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Nobody holds this task; please take it first.");
    }

    @Test
    void shouldReplaceNobodysWordsUnseen() {
        // given
        keep(writer, "spokesperson", 0, "{\"title\": \"First tab\"}");

        // when
        HttpResponse<String> stale = keep(writer, "spokesperson", 0, "{\"title\": \"Second tab\"}");
        HttpResponse<String> ahead = keep(writer, "spokesperson", 7, "{\"title\": \"Second tab\"}");

        // then
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("The draft was changed elsewhere since");
        assertThat(ahead.statusCode()).isEqualTo(409);
        assertThat(newest(writer).path("typed").asText()).isEqualTo("{\"title\": \"First tab\"}");
    }

    @Test
    void shouldKeepOneOfManyThatComeAtOnce() {
        // when
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(tab -> CompletableFuture.supplyAsync(
                        () -> keep(writer, "spokesperson", 0, "{\"title\": \"Tab %d\"}".formatted(tab))
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // then
        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(newest(writer).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void shouldMoveOnWithTheTaskAndKeepEachPersonsWords() {
        // given
        keep(writer, "spokesperson", 0, "{\"title\": \"Of the spokesperson\"}");
        WebappSession next = WebappSession.signIn(port, "crisislead", "tasklist");

        // when
        give("crisislead");
        JsonNode begun = newest(next);
        clock.advance(Duration.ofMinutes(1));
        keep(next, "crisislead", begun.path("version").asLong(), "{\"title\": \"Of the lead\"}");
        give("spokesperson");
        JsonNode back = newest(writer);

        // then
        assertThat(begun.path("person").asText()).isEqualTo("spokesperson");
        assertThat(begun.path("typed").asText()).isEqualTo("{\"title\": \"Of the spokesperson\"}");
        assertThat(back.path("person").asText()).isEqualTo("crisislead");
        assertThat(back.path("typed").asText()).isEqualTo("{\"title\": \"Of the lead\"}");
        assertThat(back.path("own").path("typed").asText()).isEqualTo("{\"title\": \"Of the spokesperson\"}");
        assertThat(keep(writer, "spokesperson", 1, "{\"title\": \"Late\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void shouldCountWhoTypedAmongTheAuthors() {
        // given
        give("legal");
        keep(WebappSession.signIn(port, "legal", "tasklist"), "legal", 0, "{\"title\": \"The price\"}");
        give("management");
        keep(WebappSession.signIn(port, "management", "tasklist"), "management", 1, "{}");
        give("spokesperson");

        // when
        driver.write("spokesperson", reference, "It costs 9 euros.");

        // then
        assertThat(driver.latestVersion(reference).authors()).containsExactlyInAnyOrder("legal", "spokesperson");
        assertThatThrownBy(() -> driver.approve("legal", reference))
                .hasMessageContaining("You wrote in this statement");
    }

    @Test
    void shouldForgetWhatWasTypedOnceTheTaskIsDone() {
        // given
        keep(writer, "spokesperson", 0, "{\"title\": \"The price\"}");

        // when
        driver.write("spokesperson", reference, "It costs 9 euros.");

        // then
        assertThat(draftsOf(task)).isZero();
        assertThat(writer.get(address).statusCode()).isEqualTo(404);
        HttpResponse<String> late = keep(writer, "spokesperson", 1, "{\"title\": \"Late\"}");
        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(late.body()).contains("This task is done already, or it is no longer yours.");
        assertThat(draftsOf(task)).isZero();
    }

    @Test
    void shouldKeepTheDraftWhenTheTaskIsRefused() {
        // given
        keep(writer, "spokesperson", 0, "{\"title\": \"The price\"}");

        // when
        assertThatThrownBy(() -> driver.complete("spokesperson", reference, "UserTask_WriteStatement", Map.of()));

        // then
        assertThat(newest(writer).path("typed").asText()).isEqualTo("{\"title\": \"The price\"}");
    }

    @Test
    void shouldForgetWhatWasTypedOnceTheTaskIsTakenAway() {
        // given
        keep(writer, "spokesperson", 0, "{\"title\": \"The price\"}");

        // when
        runtimeService.deleteProcessInstance(
                driver.instance(reference, "StatementApproval").getId(), "The case goes another way");

        // then
        assertThat(draftsOf(task)).isZero();
    }

    @Test
    void shouldTakeNothingTooLargeOrOfAnotherForm() {
        // when
        HttpResponse<String> large =
                keep(writer, "spokesperson", 0, "{\"title\": \"%s\"}".formatted("ż".repeat(128 * 1024)));
        HttpResponse<String> list = keep(writer, "spokesperson", 0, "[1, 2]");
        HttpResponse<String> broken = keep(writer, "spokesperson", 0, "{\"title\": ");
        HttpResponse<String> nothing = writer.put(address, "null");

        // then
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("262,157 bytes, at most 262,144 are taken");
        assertThat(list.statusCode()).isEqualTo(422);
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(draftsOf(task)).isZero();
    }

    @Test
    void shouldTakeNobodysWordsForAnothers() {
        // when
        HttpResponse<String> answer = keep(writer, "legal", 0, "{\"title\": \"Typed before somebody else signed in\"}");

        // then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You are signed in as Anna Kowalska now");
        assertThat(draftsOf(task)).isZero();
    }

    @Test
    void shouldTakeNothingThatAnotherPageForged() {
        assertThat(writer.putForged(address, body("spokesperson", 0, "{}")).statusCode())
                .isEqualTo(403);
        assertThat(draftsOf(task)).isZero();
    }

    @Test
    void shouldKeepWhatSomebodyTypesToStartAProcessForThemAlone() {
        // given
        String start = PLUGIN + "processes/ReportAbsence/draft";
        WebappSession other = WebappSession.signIn(port, "legal", "tasklist");
        long before = read(writer.get(start)).path("version").asLong();

        // when
        HttpResponse<String> kept = writer.put(start, body("spokesperson", before, "{\"note\": \"Away\"}"));
        HttpResponse<String> stale = writer.put(start, body("spokesperson", before, "{\"note\": \"Elsewhere\"}"));

        // then
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(read(writer.get(start)).path("typed").asText()).isEqualTo("{\"note\": \"Away\"}");
        assertThat(read(other.get(start)).path("typed").asText(null)).isNotEqualTo("{\"note\": \"Away\"}");
        assertThat(writer.get(PLUGIN + "processes/ChainOfCommand/draft").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldForgetWhatSomebodyTypedOnceTheProcessIsStarted() {
        // given
        String start = PLUGIN + "processes/SocialMediaCrisis/draft";
        long before = read(writer.get(start)).path("version").asLong();
        writer.put(start, body("spokesperson", before, "{\"title\": \"Smoke\"}"));

        // when
        HttpResponse<String> refused = report("{}");
        boolean keptAfterRefusal = read(writer.get(start)).has("typed");
        HttpResponse<String> started = report(
                """
                {"title": {"value": "Smoke in the shop", "type": "String"},
                 "description": {"value": "It smells.", "type": "String"}, "language": {"value": "en", "type": "String"}}
                """);

        // then
        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(keptAfterRefusal).isTrue();
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        assertThat(read(writer.get(start)).path("version").asInt(-1)).isZero();
    }

    private HttpResponse<String> report(String values) {
        return writer.post(
                "/api/engine/engine/default/process-definition/key/SocialMediaCrisis/submit-form",
                "{\"variables\": %s}".formatted(values));
    }

    /** As the chain of command does: who is asked may be in none of the task's groups. */
    private void give(String person) {
        if (person != null) {
            taskService.addCandidateUser(task, person);
        }
        taskService.setAssignee(task, person);
    }

    private HttpResponse<String> keep(WebappSession session, String person, long version, String typed) {
        return session.put(address, body(person, version, typed));
    }

    private String body(String person, long version, String typed) {
        try {
            return json.writeValueAsString(Map.of("person", person, "version", version, "typed", typed));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode newest(WebappSession session) {
        return read(session.get(address));
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private int draftsOf(String taskId) {
        return jdbc.sql("SELECT count(*) FROM firebreak.task_draft WHERE task_id = ?")
                .param(taskId)
                .query(Integer.class)
                .single();
    }
}
