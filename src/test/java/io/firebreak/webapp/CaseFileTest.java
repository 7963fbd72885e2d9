package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.evidence.Evidence;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.SampleFiles;
import io.firebreak.support.WebappSession;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the tab Case shows beside a task, and to whom. */
@FirebreakTest
class CaseFileTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TaskService taskService;

    @Autowired
    private Evidence evidence;

    @Autowired
    private ObjectMapper json;

    private String reference;

    @BeforeEach
    void report() {
        reference = driver.reportedOwnSlip("A wrong price");
        driver.startAlone(reference, "StatementApproval", Map.of());
    }

    @Test
    void shouldTellWhatHappenedTheNewestFirst() {
        // given
        reference = driver.reportedOwnSlip("Another wrong price");
        driver.write("spokesperson", reference, "It costs 9 euros.");
        driver.approve("legal", reference);
        driver.publish(reference);
        driver.startAlone(reference, "StatementApproval", Map.of());

        // when
        JsonNode file = of(
                "spokesperson",
                driver.task(reference, "UserTask_WriteStatement").getId());

        // then
        List<String> moments = texts(file.path("entries"), "at");
        assertThat(file.path("reference").asText()).isEqualTo(reference);
        assertThat(file.path("entryCount").asInt())
                .isEqualTo(driver.ledger(reference).size())
                .isEqualTo(moments.size());
        assertThat(file.path("entries").path(0).path("sentence").asText()).contains("Write the statement");
        assertThat(moments).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(kindsOf(file, "statement.approved")).containsOnly("DECISION");
        assertThat(kindsOf(file, "statement.published")).containsOnly("PUBLICATION");
        assertThat(kindsOf(file, "task.created")).containsOnly("OTHER");
        assertThat(texts(file.path("publications"), "state")).contains("SENT");
    }

    @Test
    void shouldTellWhoHoldsWhat() {
        // given
        String write = driver.task(reference, "UserTask_WriteStatement").getId();
        taskService.setAssignee(write, "spokesperson");
        driver.start("VerifyAuthor", reference, Map.of());

        // when
        JsonNode tasks = of("spokesperson", write).path("tasks");

        // then
        assertThat(texts(tasks, "name")).containsExactlyInAnyOrder("Write the statement", "Verify the author");
        JsonNode own = named(tasks, "Write the statement");
        assertThat(own.path("holder").asText()).isEqualTo("Anna Kowalska");
        assertThat(own.path("visible").asBoolean()).isTrue();
        assertThat(own.path("dueAt").asText()).isNotBlank();
        JsonNode other = named(tasks, "Verify the author");
        assertThat(other.path("holder").asText(null)).isNull();
        assertThat(other.path("askedOf")).isNotEmpty();
        assertThat(other.path("visible").asBoolean()).isFalse();
    }

    @Test
    void shouldSayWhatTheLawTookAway() {
        // given
        String task = driver.task(reference, "UserTask_WriteStatement").getId();
        WebappSession session = WebappSession.signIn(port, "spokesperson", "tasklist");
        String id = session.upload(
                        address(task) + "files?name=secret.txt&shows=A%20private%20chat&about=",
                        SampleFiles.text("Anna: " + reference))
                .body()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");

        // when
        JsonNode before = of("spokesperson", task).path("files");
        evidence.redact(UUID.fromString(id), "Art. 17 GDPR", new Actor("legal"));
        JsonNode after = of("spokesperson", task).path("files");

        // then
        assertThat(before.path(0).path("name").asText()).isEqualTo("secret.txt");
        assertThat(after.path(0).path("takenAway").asText()).isEqualTo("Art. 17 GDPR");
        assertThat(after.path(0).path("sha256").asText()).isNotBlank();
        assertThat(after.toString()).doesNotContain("secret.txt", "private chat");
    }

    @Test
    void shouldShowNothingToThoseWhoMayNotSeeTheTask() {
        // given
        String task = driver.task(reference, "UserTask_WriteStatement").getId();

        // then
        assertThat(WebappSession.signIn(port, "areaowner", "tasklist")
                        .get(address(task) + "case-file")
                        .statusCode())
                .isEqualTo(404);
    }

    private JsonNode of(String person, String task) {
        String answer = WebappSession.signIn(port, person, "tasklist")
                .get(address(task) + "case-file")
                .body();
        try {
            return json.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }

    private static String address(String task) {
        return "/api/tasklist/plugin/firebreak/default/tasks/" + task + "/";
    }

    private static JsonNode named(JsonNode tasks, String name) {
        return StreamSupport.stream(tasks.spliterator(), false)
                .filter(task -> task.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> kindsOf(JsonNode file, String type) {
        return StreamSupport.stream(file.path("entries").spliterator(), false)
                .filter(entry -> entry.path("type").asText().equals(type))
                .map(entry -> entry.path("kind").asText())
                .toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).asText())
                .toList();
    }
}
