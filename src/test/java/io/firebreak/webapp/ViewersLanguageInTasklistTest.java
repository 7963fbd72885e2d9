package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.WebappSession;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
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

    private WebappSession speaking(String languages) {
        return WebappSession.signIn(port, "communitymanager", "tasklist").speaking(languages);
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
