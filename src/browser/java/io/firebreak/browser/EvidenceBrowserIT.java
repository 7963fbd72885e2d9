package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.firebreak.support.CaseDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Files as evidence and a forced take-down, in a real browser. */
@BrowserTest
class EvidenceBrowserIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>{{constructor.constructor('alert(1)')()}}";

    @Autowired
    private CaseDriver driver;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @Test
    void shouldKeepAFileWhileSomebodyFillsInAForm() {
        // given
        String title = "Mit einem Bildschirmfoto";
        driver.report(title);
        Person manager = chromium.person("communitymanager");
        manager.open("Community manager", "Assess the incident", title);
        manager.claim();

        // when
        manager.find("button:text('Keep this file')").click();
        assertThat(manager.find("[data-files]")).containsText("Please choose a file first.");
        manager.choosePicture("A further file", HOSTILE + ".png");
        manager.fill("What does it show?", "Der Beitrag " + HOSTILE);
        manager.find("button:text('Keep this file')").click();

        // then
        assertThat(manager.find("[data-files]")).containsText("The file is kept.");
        assertThat(manager.find("[data-files] summary")).hasText("Files kept as evidence (1)");
        assertThat(manager.find("[data-files]")).containsText("Der Beitrag " + HOSTILE);
        manager.screenshotOfWholeForm("files-of-a-case");
        manager.reload();
        assertThat(manager.find("[data-files] summary")).hasText("Files kept as evidence (1)");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldTakeAPostDownWithTwoPeople() {
        // given
        String title = "Ein Name zu viel";
        String reference = driver.reportedOwnSlip(title);
        driver.write("spokesperson", reference, "Anna Smith war es.");
        driver.approve("legal", reference);
        driver.publish(reference);

        // when
        ask(reference);
        prepare(title);
        countersign(title);
        takeDown(title);

        // then
        Person reader = chromium.person("crisislead");
        reader.visit(chromium.address() + "/newsroom");
        assertThat(reader.find("body")).containsText("Ein Gericht hat das entfernen lassen");
        reader.screenshot("newsroom-after-take-down");
        assertThat(chromium.troubles()).isEmpty();
    }

    private void ask(String reference) {
        Person lead = chromium.person("crisislead");
        lead.begin("Take a post down");
        lead.fill("Reference of the case", reference);
        lead.fill("Which post has to go, and what forces it?", "Beschluss vom 3. August " + HOSTILE);
        lead.screenshot("ask-for-take-down");
        lead.report();
        lead.find(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private void prepare(String title) {
        Person lead = chromium.person("crisislead");
        lead.open("Crisis lead", "Prepare the take-down", title);
        lead.claim();
        assertThat(lead.find("[data-place=takeDown]")).containsText("Beschluss vom 3. August " + HOSTILE);
        lead.answer("What do you do?", "I propose a take-down");
        lead.chooseText("A further file", "beschluss.txt", "Landgericht, Az. 1 O 1/26");
        lead.fill("What does it show?", "Der Beschluss");
        lead.find("button:text('Keep this file')").click();
        assertThat(lead.find("[data-files]")).containsText("The file is kept.");
        lead.find("#take-down-publication")
                .selectOption(lead.find("#take-down-publication option:text-matches('^newsroom')")
                        .getAttribute("value"));
        lead.choose("What forces it?", "COURT_ORDER");
        lead.choose("By which paper?", "beschluss.txt");
        lead.fill("Who demands it?", "Das Landgericht");
        lead.fill("Title", "Ein Gericht hat das entfernen lassen");
        lead.fill("Text", "Der Text nannte einen Namen. " + HOSTILE);
        lead.awaitAnswer("wording");
        assertThat(lead.find("[data-place='wording']")).containsText("The house rules have nothing against the text.");
        lead.screenshotOfWholeForm("prepare-take-down");
        lead.finish();
    }

    private void countersign(String title) {
        Person second = chromium.person("management");
        second.open("Management", "Countersign the take-down", title);
        second.claim();
        assertThat(second.find("[data-place=takeDown]")).containsText("Der Text nannte einen Namen. " + HOSTILE);
        assertThat(second.find("[data-place=takeDown]")).containsText("beschluss.txt");
        second.answer("What do you say?", "I countersign it");
        second.screenshotOfWholeForm("countersign-take-down");
        second.finish();
    }

    private void takeDown(String title) {
        Person manager = chromium.person("communitymanager");
        manager.open("Community manager", "Take the post down", title);
        manager.claim();
        manager.answer("What did you do?", "It is gone");
        manager.fill("How can it be seen that it is gone?", "Seite geladen, 10:02 Uhr.");
        manager.screenshotOfWholeForm("take-post-down");
        manager.finish();
    }
}
