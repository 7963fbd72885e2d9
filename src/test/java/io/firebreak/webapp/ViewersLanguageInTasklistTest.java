package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.support.AuthorsWord;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.WebappSession;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people read in Tasklist whose browsers ask for different languages. */
@FirebreakTest
class ViewersLanguageInTasklistTest {

    private static final String QUESTION = "What do you find?";
    private static final String REFUSAL = "%s is missing or unknown; please choose one of %s.";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private ObjectMapper json;

    private String reference;
    private String task;

    @BeforeEach
    void report() {
        reference = driver.report("A wrong price in the window");
        task = driver.task(reference, "UserTask_AssessIncident").getId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "pl"})
    void shouldShowFormInViewersLanguage(String language) throws IOException {
        String form = deployedForm(speaking(language + ",en;q=0.5"));

        assertThat(form)
                .contains(said("processes/languages", language).get(QUESTION))
                .doesNotContain(QUESTION)
                .contains("name=\"category\"", "value=\"OWN_SLIP\"", "cam-variable-name=\"severity\"");
    }

    @Test
    void shouldShowEnglishFormToWhomeverSpeaksAnotherLanguage() {
        assertThat(deployedForm(speaking("de-DE,es;q=0.5"))).contains(QUESTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "pl"})
    void shouldRefuseInViewersLanguageAndChangeNothing(String language) throws IOException {
        // given
        WebappSession assessor = speaking(language);
        assessor.post("/api/engine/engine/default/task/%s/claim".formatted(task), "{\"userId\": \"communitymanager\"}");

        // when
        HttpResponse<String> answer = assessor.post(
                "/api/engine/engine/default/task/%s/submit-form".formatted(task),
                "{\"variables\": {\"category\": {\"value\": \"NONSENSE\", \"type\": \"String\"}}}");

        // then
        String expected = said("src/main/resources/sentences", language).get(REFUSAL);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("message").asText())
                .contains(expected.substring(expected.lastIndexOf(';'), expected.lastIndexOf('%'))
                        .strip());
        assertThat(driver.openTasks(reference)).contains("UserTask_AssessIncident");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "pl"})
    void shouldTellHistoryInViewersLanguageAndWordsOfPeopleAsTheyAre(String language) throws IOException {
        JsonNode briefing = json.readTree(speaking(language)
                .get("/api/tasklist/plugin/firebreak/default/tasks/%s/case".formatted(task))
                .body());

        assertThat(briefing.path("ledger").findValuesAsText("sentence"))
                .isNotEmpty()
                .noneMatch(sentence -> sentence.contains("waits for"));
        assertThat(briefing.path("title").asText()).isEqualTo("A wrong price in the window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "pl"})
    void shouldSayWhyATableAdvisesAndWhoHasToAgreeInViewersLanguage(String language) throws IOException {
        // given
        String slip = driver.reportedOwnSlip("A typo");
        driver.write("spokesperson", slip, "It is 9 euros.");
        String source = written(slip, "posture.advised").reason();
        assertThat(written(slip, "statement.toApprove").sentence()).contains("Crisis lead or Legal");

        // when
        JsonNode file = json.readTree(speaking("legal", language)
                .get("/api/tasklist/plugin/firebreak/default/tasks/%s/case-file"
                        .formatted(
                                driver.task(slip, "UserTask_ApproveStatement").getId()))
                .body());

        // then
        assertThat(entry(file, "posture.advised").path("ground").asText())
                .isEqualTo(said("processes/languages", language).get(source))
                .isNotEqualTo(source);
        assertThat(entry(file, "statement.toApprove").path("sentence").asText())
                .doesNotContain("Crisis lead", " or ")
                .endsWith(said("src/main/resources/sentences", language).get("Legal") + ".");
        // what people wrote stays as they wrote it
        assertThat(entry(file, "wording.upheld").path("reason").asText()).isEqualTo(AuthorsWord.WORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "pl"})
    void shouldSayWhatTheHouseRulesWarnedOfInViewersLanguage(String language) throws IOException {
        // given
        String slip = driver.reportedOwnSlip("A typo");
        driver.write("spokesperson", slip, "It is 9 euros.");

        // when
        JsonNode english = upheld(slip, "en");
        JsonNode own = upheld(slip, language);

        // then
        Map<String, String> sentences = said("src/main/resources/sentences", language);
        assertThat(own.path("findings").findValuesAsText("why"))
                .isNotEmpty()
                .isEqualTo(english.path("findings").findValuesAsText("why").stream()
                        .map(sentences::get)
                        .toList());
        assertThat(own.path("reason").asText()).isEqualTo(AuthorsWord.WORD);
    }

    /** What an approver reads of a text that stayed as it was. */
    private JsonNode upheld(String reference, String language) throws IOException {
        String approval = driver.task(reference, "UserTask_ApproveStatement").getId();
        return json.readTree(speaking("legal", language)
                        .get("/api/tasklist/plugin/firebreak/default/tasks/%s/case".formatted(approval))
                        .body())
                .path("versions")
                .path(0)
                .path("wording");
    }

    private LedgerEntry written(String reference, String type) {
        return driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode entry(JsonNode file, String type) {
        return StreamSupport.stream(file.path("entries").spliterator(), false)
                .filter(entry -> entry.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private WebappSession speaking(String languages) {
        return speaking("communitymanager", languages);
    }

    private WebappSession speaking(String person, String languages) {
        return WebappSession.signIn(port, person, "tasklist").speaking(languages);
    }

    private String deployedForm(WebappSession session) {
        HttpResponse<String> answer = session.get("/api/engine/engine/default/task/%s/deployed-form".formatted(task));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private Map<String, String> said(String folder, String language) throws IOException {
        return json.readValue(Path.of(folder, language + ".json").toFile(), new TypeReference<>() {});
    }
}
