package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import io.firebreak.support.CaseDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The same task in the languages of those who work on it, in a real browser. */
@BrowserTest
class LanguageBrowserIT {

    @Autowired
    private CaseDriver driver;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "pl"})
    void shouldWorkInTheViewersLanguage(String language) throws IOException {
        // given
        Map<String, String> forms = read("processes/languages", language);
        Map<String, String> scripts = read("src/main/resources/plugin-webapp/firebreak/words", language);
        String reference = driver.report("A wrong price (" + language + ")");
        String task = driver.task(reference, "UserTask_AssessIncident").getId();

        // when
        Person assessor = chromium.personSpeaking(language, "communitymanager");
        assessor.visitTask(task);

        // then
        assertThat(assessor.form()).containsText(forms.get("What kind of trouble is it?"));
        assertThat(assessor.form()).containsText(scripts.get("Still to do:"));
        assertThat(assessor.find(".firebreak-case")).containsText(scripts.get("Severity not decided yet"));
        assertThat(assessor.button()).hasText(forms.get("Hand in the assessment"));
        assertThat(assessor.form()).not().containsText("What kind of trouble is it?");
        // what people wrote stays as they wrote it
        assertThat(assessor.find(".firebreak-case")).containsText("A wrong price (" + language + ")");
        assessor.screenshotOfWholeForm("assess-" + language);
        assertThat(chromium.troubles()).isEmpty();
    }

    /** Tasklist leaves it to chance in which language it tells them. */
    @ParameterizedTest
    @CsvSource({"es, hace .+, en .+, noviembre", "it, .+ fa, tra .+, novembre", "pl, .+ temu, za .+, listopad"})
    void shouldTellMomentsInTheViewersLanguage(String language, String past, String future, String month) {
        // given
        String title = "A leak seen at night (" + language + ")";
        String task =
                driver.task(driver.report(title), "UserTask_AssessIncident").getId();
        Person assessor = chromium.personSpeaking(language, "communitymanager");

        // when
        assessor.visitTask(task);

        // then
        Locator card = assessor.find(".tasks-list .task").filter(new Locator.FilterOptions().setHasText(title));
        // other tests may have moved the clock of the application far ahead of the browser's
        assertThat(card.locator(".creation-date [am-time-ago]")).hasText(Pattern.compile(past + "|" + future));
        assertThat(card.locator(".due-date [am-time-ago]")).hasText(Pattern.compile(future));
        assertThat(assessor.find(".task-card [am-time-ago='task.due']")).hasText(Pattern.compile(future));

        // when
        assessor.find(".task-card [am-time-ago='task.due']").click();

        // then
        assertThat(assessor.find(".uib-title")).containsText(month);
        assessor.screenshot("moments-" + language);
    }

    private static Map<String, String> read(String folder, String language) throws IOException {
        return new ObjectMapper().readValue(Path.of(folder, language + ".json").toFile(), new TypeReference<>() {});
    }
}
