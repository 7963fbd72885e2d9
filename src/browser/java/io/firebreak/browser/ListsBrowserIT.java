package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.firebreak.support.PackagedApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lists of two roles, and the forms with which people start something. */
@Tag("browser")
class ListsBrowserIT {

    private static PackagedApplication firebreak;

    @RegisterExtension
    private final Chromium chromium = Chromium.at(() -> firebreak.address());

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "browser-data")), "lists");
        firebreak = PackagedApplication.start(folder, Map.of("SPRING_PROFILES_ACTIVE", "demo"));
        firebreak.awaitReady();
    }

    @AfterAll
    static void stop() {
        firebreak.close();
    }

    @Test
    void shouldListTheOwnTasksOfEachRole() {
        // given
        Person reporter = chromium.person("communitymanager");
        report(reporter, "Wrong price in the autumn offer");

        // then
        assertThat(lists(reporter)).hasCount(6);
        reporter.openList("My cases");
        assertThat(reporter.card("Assess the incident", "Wrong price in the autumn offer"))
                .isVisible();
        reporter.screenshot("lists-of-a-community-manager");

        // when
        Person lead = chromium.personWithPhone("crisislead");

        // then
        assertThat(lists(lead)).hasCount(7);
        lead.openList("Mine");
        assertThat(lead.card("Assess the incident", "Wrong price in the autumn offer"))
                .hasCount(0);
        lead.openList("All open");
        Locator card = lead.card("Assess the incident", "Wrong price in the autumn offer");
        assertThat(card).isVisible();
        // nothing is known of these yet
        assertThat(card).not().containsText("Severity");
        assertThat(card).not().containsText("undefined");
        lead.screenshot("lists-of-a-crisis-lead");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldTakePastedPostsInAndSayWhereTheyAre() {
        // given
        Person person = chromium.person("communitymanager");
        person.begin("Receive mentions");
        assertThat(person.find(".modal-footer .btn-primary")).isDisabled();

        // when
        person.fill(
                "Paste the posts",
                "https://social.example/a/1 @anna It broke <b>twice</b>\n"
                        + "https://social.example/a/2 @bruno Mine too\nhttps://social.example/a/3");

        // then
        Locator check = person.form().locator("[data-place='check']");
        assertThat(check).containsText("2 posts are new and would be taken in.");
        assertThat(check).containsText("Line 3: The text is missing");
        person.screenshot("posts-pasted");

        // when
        person.report();

        // then
        Locator outcome = person.find(".firebreak-outcome");
        assertThat(outcome).containsText("The posts are taken in.");
        assertThat(outcome).containsText("2 wait for a person who puts them to a case.");
        person.screenshot("posts-taken-in");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldKeepPastedPostsAndTakeNoTableForADraft() {
        // given
        Person person = chromium.person("crisislead");
        person.begin("Receive mentions");
        person.fill("Paste the posts", "https://social.example/c/1 @anna It broke {{7*7}}");
        person.choose("Language of posts that say none", "pl");
        assertThat(person.find(".firebreak-draft")).containsText("Saved");

        // when
        person.reloadStartForm();

        // then
        Locator pasted = person.field("Paste the posts");
        assertThat(pasted).hasValue("https://social.example/c/1 @anna It broke {{7*7}}");
        assertThat(person.field("Language of posts that say none")).hasValue("pl");
        assertThat(person.find("[data-place='check']")).containsText("1 post is new and would be taken in.");

        // when a table is chosen that is larger than any draft
        person.form()
                .getByLabel("Or choose a table (CSV), or drop it here")
                .setInputFiles(table("text;link\n" + rows(4_000)));
        assertThat(person.find("[data-place='check']")).containsText("4,000 posts are new");
        assertThat(person.form()).containsText("It is not kept with your draft.");
        person.choose("Language of posts that say none", "it");
        assertThat(person.find(".firebreak-draft")).containsText("Saved");
        assertThat(person.find(".firebreak-draft-trouble")).isEmpty();
        person.reloadStartForm();

        // then
        assertThat(person.field("Paste the posts")).hasValue("https://social.example/c/1 @anna It broke {{7*7}}");
        assertThat(person.field("Language of posts that say none")).hasValue("it");
    }

    private static String rows(int many) {
        return IntStream.range(0, many)
                .mapToObj(row ->
                        "\"It broke again, number %d, and nobody answers the phone at all\";https://social.example/d/%d\n"
                                .formatted(row, row))
                .collect(Collectors.joining());
    }

    @Test
    void shouldReadATableWithBrokenRowsOnAPhone() {
        // given
        Person person = chromium.personWithPhone("communitymanager");
        person.find(".navbar-toggle").first().click();
        person.begin("Receive mentions");

        // when
        person.form()
                .getByLabel("Or choose a table (CSV), or drop it here")
                .setInputFiles(table("\uFEFFTexto;Enlace;Autor;Fecha;Humor\n"
                        + "\"Se rompió; \"\"otra vez\"\"\";https://social.example/b/1;@carla;2026-01-02 18:30;mal\n"
                        + "Sin fecha;https://social.example/b/2;@dora;ayer;\n;https://social.example/b/3;@eva;;\n"));

        // then
        Locator check = person.form().locator("[data-place='check']");
        assertThat(check).containsText("1 post is new and would be taken in.");
        assertThat(check).containsText("2 can’t be taken in and would be left out.");
        assertThat(check).containsText("These columns are not read: Humor");
        assertThat(check).containsText("Line 3: The moment of publication is no date and time");
        assertThat(check).containsText("Line 4: The text is missing");
        person.screenshotOfWholeForm("posts-in-a-table");

        // when
        person.form()
                .getByLabel("Or choose a table (CSV), or drop it here")
                .setInputFiles(new FilePayload(
                        "latin.csv", "text/csv", "texto\nSe rompió".getBytes(StandardCharsets.ISO_8859_1)));

        // then
        assertThat(check).containsText("The file is not in UTF-8");
        assertThat(person.find(".modal-footer .btn-primary")).isDisabled();
    }

    @Test
    void shouldShowWhatIsReportedAlready() {
        // given
        Person person = chromium.person("communitymanager");
        report(person, "Wasps found in jars of apricot marmalade");

        // when
        person.beginReport();
        person.fill("What is happening?", "Wasp found in a jar of apricot marmalade");

        // then
        Locator alike = person.form().locator("[data-place='likeCases']");
        assertThat(alike).containsText("Wasps found in jars of apricot marmalade");
        person.screenshot("reported-already");
        assertThat(chromium.troubles()).isEmpty();
    }

    private static void report(Person person, String title) {
        person.beginReport();
        person.fill("What is happening?", title);
        person.fill("What did you see?", "It is all over the network.");
        person.report();
        person.find(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static Locator lists(Person person) {
        return person.find("[cam-tasklist-filters] .task-filter");
    }

    static FilePayload table(String content) {
        return new FilePayload("export.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }
}
