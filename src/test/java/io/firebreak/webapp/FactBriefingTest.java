package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What forms show of the facts and of templates, and that no way leads past the blanks of a template. */
@FirebreakTest
class FactBriefingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Statements statements;

    @Autowired
    private Approvals approvals;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectMapper json;

    private Web web;
    private String reference;

    @BeforeEach
    void report() {
        web = new Web(port);
        reference = driver.reportedOwnSlip("A wrong price");
        driver.startAlone(reference, "StatementApproval", Map.of());
    }

    @Test
    void shouldShowTheWriterTheSheetAndNobodyElse() {
        // given
        enter(
                0,
                "{\"kind\": \"NUMBER\", \"label\": \"affected jars\", \"value\": \"1250\", \"called\": {\"es\": \"frascos\"}}");

        // when
        JsonNode facts = of("spokesperson", "UserTask_WriteStatement", "facts");

        // then
        assertThat(facts.path("version").asInt()).isEqualTo(1);
        assertThat(facts.path("facts").path(0).path("called").path("es").asText())
                .isEqualTo("frascos");
        assertThat(facts.path("enteredBy").asText()).isEqualTo("Pilar Ortega");
        assertThat(facts.path("findings")).isEmpty();
        String task = driver.task(reference, "UserTask_WriteStatement").getId();
        assertThat(WebappSession.signIn(port, "areaowner", "tasklist")
                        .get("/api/tasklist/plugin/firebreak/default/tasks/" + task + "/facts")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldShowTheApproverWhatDiffersAndWhatEachChannelLeavesOut() {
        // given
        enter(0, "{\"kind\": \"NUMBER\", \"label\": \"affected jars\", \"value\": \"1250\"}");
        driver.write("spokesperson", reference, "There are 1,205 affected jars since 21 November.");

        // when
        JsonNode facts = of("legal", "UserTask_ApproveStatement", "facts");

        // then
        assertThat(texts(facts.path("findings"), "rule")).containsExactly("fact.differs", "fact.unknown");
        assertThat(texts(facts.path("findings"), "found")).containsExactly("1,205", "21 November");
        assertThat(facts.path("changedSince").asBoolean()).isFalse();
        assertThat(texts(facts.path("forms"), "channel")).contains("newsroom");
        assertThat(facts.path("forms")).allSatisfy(form -> {
            assertThat(form.path("added")).isEmpty();
            assertThat(form.path("lacking")).isEmpty();
        });
    }

    @Test
    void shouldTellTheApproverThatTheSheetWasChangedSince() {
        // given
        driver.write("spokesperson", reference, "There are some affected jars.");

        // when
        clock.advance(Duration.ofSeconds(1));
        enter(0, "{\"kind\": \"NUMBER\", \"label\": \"affected jars\", \"value\": \"1250\"}");

        // then
        assertThat(of("legal", "UserTask_ApproveStatement", "facts")
                        .path("changedSince")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void shouldCompareATranslationWithItsOriginal() {
        // given
        transaction.executeWithoutResult(status -> {
            StatementVersion version = statements.write(
                    reference,
                    new StatementText("en", "The price", "1,250 jars by 3 December.", false, null),
                    new Actor("communitymanager"));
            approvals.agree(reference, null, Ballot.of(version.sha256(), null), new Actor("legal2"));
        });
        driver.startAlone(reference, "TranslateStatement", Map.of("language", "pl"));

        // when
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_TranslateStatement",
                Map.of("title", "Cena", "body", "1 205 sztuk."));
        JsonNode findings = of("legal", "UserTask_ApproveStatement", "facts").path("findings");

        // then
        assertThat(texts(findings, "rule")).containsExactly("fact.differs", "fact.missing");
        assertThat(findings.path(0).path("why").asText()).contains("“1,250”");
        assertThat(findings.path(1).path("why").asText()).contains("“3 December”");
    }

    @Test
    void shouldOfferTheTemplatesThatFitTheCaseItsPostureFirst() {
        // when
        JsonNode templates = of("spokesperson", "UserTask_WriteStatement", "templates");

        // then
        assertThat(texts(templates, "language")).containsExactlyInAnyOrder("en", "es", "it", "pl");
        assertThat(texts(templates, "posture")).containsOnly("REBUILD");
        assertThat(templates.path(0).path("hints").fields().next().getValue().asText())
                .isNotBlank();
    }

    @Test
    void shouldOfferTemplatesOfHoldingInParts() {
        // given
        reference = driver.reportedDanger("Glass in the yoghurt");
        driver.startAlone(reference, "HoldingStatement", Map.of());

        // when
        JsonNode templates = of("spokesperson", "UserTask_WriteHoldingStatement", "templates");

        // then
        assertThat(templates.path(0).path("posture").asText()).isEqualTo("HOLD");
        assertThat(templates.path(0).path("advised").asBoolean()).isTrue();
        assertThat(templates.path(0).path("known").asText()).contains("[");
        assertThat(texts(templates, "posture")).contains("REBUILD", "DENY");
    }

    @Test
    void shouldRefuseATemplateByEveryWay() {
        String task = driver.task(reference, "UserTask_WriteStatement").getId();

        // by the Java API, as Tasklist does it too
        assertThatThrownBy(() -> driver.write("spokesperson", reference, "We wrote [what we wrote]."))
                .hasMessageContaining("“[what we wrote]”: A blank of a template is still there");
        // by REST
        HttpResponse<String> answer = web.post(
                "spokesperson",
                "/engine-rest/task/" + task + "/complete",
                """
                {"variables": {"language": {"value": "en", "type": "String"}, "title": {"value": "[Title]", "type": "String"},
                  "body": {"value": "It is 9 euros.", "type": "String"}}}
                """);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).contains("[Title]");
        // by what every way comes to
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> statements.write(
                        reference,
                        new StatementText("en", "The price", "We wrote [what we wrote].", false, null),
                        new Actor("spokesperson"))))
                .hasMessageContaining("There is a blank left: [what we wrote]; please fill it in");
        assertThat(statements.allVersionsOf(reference)).isEmpty();
    }

    @Test
    void shouldRefuseATemplateAsAHoldingStatement() {
        // given
        reference = driver.reportedDanger("Glass in the yoghurt");
        driver.startAlone(reference, "HoldingStatement", Map.of());
        JsonNode template = StreamSupport.stream(
                        of("spokesperson", "UserTask_WriteHoldingStatement", "templates")
                                .spliterator(),
                        false)
                .filter(each -> each.path("language").asText().equals("en"))
                .findFirst()
                .orElseThrow();

        // then
        assertThatThrownBy(() -> hold(template.path("known").asText(), "We check."))
                .hasMessageContaining("A blank of a template is still there");
        assertThatThrownBy(() ->
                        hold("It broke.", template.path("checked").asText().replaceAll("\\[[^]]*]", "")))
                .hasMessageContaining("with nothing in its blanks");
        hold("It broke.", "We check which lot.");
        assertThat(driver.latestVersion(reference, StatementKind.HOLDING).number())
                .isEqualTo(1);
    }

    private void hold(String known, String checked) {
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteHoldingStatement",
                Map.of(
                        "language",
                        "en",
                        "title",
                        "Glass",
                        "knownFacts",
                        known,
                        "beingChecked",
                        checked,
                        "nextWordAt",
                        clock.instant().plus(Duration.ofHours(4)).toString()));
    }

    private void enter(int version, String fact) {
        HttpResponse<String> answer = web.send(
                "areaowner",
                "PUT",
                "/api/cases/%s/fact-sheet".formatted(reference),
                "{\"version\": %d, \"facts\": [%s]}".formatted(version, fact),
                "Content-Type",
                "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode of(String person, String task, String what) {
        String id = driver.task(reference, task).getId();
        String answer = WebappSession.signIn(port, person, "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + id + "/" + what)
                .body();
        try {
            return json.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).asText())
                .toList();
    }
}
