package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk in a real browser: drafts that survive, the tab Case, buttons that say what happens, a phone. */
@BrowserTest
class DeskBrowserIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>{{constructor.constructor('alert(1)')()}}";
    private static final Pattern SAVED = Pattern.compile("^Saved .*");

    private final Map<String, String> references = new HashMap<>();

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TaskService taskService;

    @Autowired
    private CrisisTasks crises;

    @Autowired
    private TaskDesk desk;

    @Autowired
    private TestClock clock;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @Test
    void shouldGoOnWritingAfterAReloadAndInAnotherBrowser() {
        // given
        Person writer = writerOf("Nach dem Neuladen " + HOSTILE);
        writer.fill("Title", "Der Preis " + HOSTILE);
        writer.fill("Text", "Am Samstag stand der falsche Preis da.");
        assertThat(draft(writer)).hasText(SAVED);

        // when
        writer.reload();
        Person elsewhere = chromium.person("spokesperson");
        elsewhere.visit(writer.page().url());

        // then
        assertThat(writer.field("Title")).hasValue("Der Preis " + HOSTILE);
        assertThat(elsewhere.field("Title")).hasValue("Der Preis " + HOSTILE);
        assertThat(elsewhere.field("Text")).hasValue("Am Samstag stand der falsche Preis da.");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldKeepWhatIsTypedWhenSomebodyLooksAtAnotherTabOfTheTask() {
        // given
        Person writer = writerOf("Kurz weggeschaut");

        // when
        writer.fill("Title", "Der Preis");
        writer.openTab("Case");
        assertThat(writer.find(".firebreak-case-tab")).containsText("Who holds what");
        writer.openTab("Form");

        // then
        assertThat(writer.field("Title")).hasValue("Der Preis");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldAskWhichOfTwoTabsGoesOn() {
        // given
        Person first = writerOf("Zwei Fenster");
        first.troublesToCome().expect("409 PUT .*/draft");
        first.troublesToCome().expect("console: .* 409 .*/draft.*");
        first.fill("Title", "Aus dem ersten");
        assertThat(draft(first)).hasText(SAVED);
        Person second = first.secondTab();
        assertThat(second.field("Title")).hasValue("Aus dem ersten");

        // when
        second.fill("Title", "Aus dem zweiten");
        assertThat(draft(second)).hasText(SAVED);
        assertThat(second.find(".firebreak-draft-choice")).isEmpty();
        first.fill("Title", "Wieder aus dem ersten");

        // then
        assertThat(choice(first)).containsText("You changed this in another tab or on another machine");
        first.screenshot("draft-of-two-tabs");
        assertThat(first.field("Title")).hasValue("Wieder aus dem ersten");

        // when
        first.find("button:text('Keep mine')").click();
        assertThat(choice(first)).isEmpty();
        assertThat(first.field("Title")).isFocused();
        assertThat(draft(first)).hasText(SAVED);
        second.comeBack();
        assertThat(choice(second)).containsText("You changed this in another tab");
        second.find("button:text('Take the other one')").click();

        // then
        assertThat(second.field("Title")).hasValue("Wieder aus dem ersten");
        assertThat(second.field("Title")).isFocused();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldLoseNothingWhenTheSessionExpiresWhileSomebodyWrites() {
        // given
        Person writer = writerOf("Abgemeldet");
        writer.troublesToCome().expect("401 .*");
        writer.troublesToCome().expect("console: .* 401 .*");
        writer.fill("Title", "Der Preis");
        assertThat(draft(writer)).hasText(SAVED);

        // when
        writer.loseSession();
        writer.fill("Text", "Am Samstag stand der falsche Preis da.");

        // then
        assertThat(writer.find(".firebreak-draft-trouble"))
                .hasText("Not saved: you are signed out. Sign in in another tab, then go on here."
                        + " What you typed is kept in this browser.");
        writer.screenshot("draft-signed-out");

        // when Tasklist has not noticed by itself yet
        if (writer.button().isVisible()) {
            writer.complete();
        }
        writer.signIn();

        // then
        assertThat(writer.field("Text")).hasValue("Am Samstag stand der falsche Preis da.");
        assertThat(writer.field("Title")).hasValue("Der Preis");
        assertThat(draft(writer)).hasText(SAVED);
        assertThat(writer.find(".firebreak-draft-trouble")).isEmpty();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldShowTheNextHolderWhatTheLastOneTyped() {
        // given
        Person first = writerOf("Weitergereicht");
        first.fill("Title", "Der Preis");
        assertThat(draft(first)).hasText(SAVED);

        // when
        give("Weitergereicht", "communitymanager");
        Person next = chromium.person("communitymanager");
        next.visit(first.page().url());

        // then
        assertThat(next.find(".firebreak-draft-begun")).containsText("Anna Kowalska typed this, last at");
        assertThat(next.field("Title")).hasValue("Der Preis");
        next.screenshot("draft-of-a-colleague");

        // when
        next.find("button:text('Begin afresh')").click();

        // then
        assertThat(next.find(".firebreak-draft-begun")).isEmpty();
        assertThat(next.field("Title")).hasValue("");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldKeepAReportThatSomebodyBeganUntilItIsHandedIn() {
        // given
        Person reporter = chromium.person("communitymanager2");
        reporter.beginReport();
        reporter.fill("What is happening?", "Rauch im Laden");
        assertThat(draft(reporter)).hasText(SAVED);

        // when
        reporter.reloadStartForm();

        // then
        assertThat(reporter.field("What is happening?")).hasValue("Rauch im Laden");
        assertThat(reporter.find(".modal-footer .btn-primary")).hasText("Report the incident");

        // when
        reporter.fill("What did you see?", "Es riecht.");
        reporter.choose("Language of what you wrote above", "es");
        reporter.report();
        assertThat(reporter.find(".modal-body form.firebreak")).hasCount(0);
        reporter.beginReport();

        // then
        assertThat(reporter.field("What is happening?")).hasValue("");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldSayOnTheButtonWhatHappens() {
        // given
        String reference = driver.reportedOwnSlip("Knöpfe");
        driver.startAlone(reference, "StatementApproval", Map.of());
        driver.write("spokesperson", reference, "It costs 9 euros.");
        Person legal = chromium.person("legal");

        // when
        legal.open("Legal", "Approve the statement", "Knöpfe");
        legal.claim();

        // then
        assertThat(legal.button()).hasText("Decide above");
        assertThat(legal.button()).isDisabled();
        legal.answer("What do you decide?", "Approve exactly this text");
        assertThat(legal.button()).hasText("Approve this text");
        legal.answer("What do you decide?", "Send it back");
        assertThat(legal.button()).hasText("Send back with comments");
        legal.screenshot("button-says-what-happens");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldShowTheWholeCaseBesideTheTask() {
        // given
        Person writer = writerOf("Der ganze Fall " + HOSTILE);

        // when
        writer.openTab("Case");
        Locator tab = writer.find(".firebreak-case-tab");

        // then
        assertThat(tab.locator("h3")).containsText("Der ganze Fall " + HOSTILE);
        assertThat(tab).containsText("held by Anna Kowalska");
        assertThat(tab.locator(".firebreak-timeline > li").first()).containsText("Anna Kowalska holds the task");
        tab.getByText("Decisions").focus();
        writer.page().keyboard().press("Enter");
        assertThat(tab.getByText("Decisions")).hasAttribute("aria-pressed", "true");
        assertThat(tab.locator(".firebreak-timeline")).not().containsText("Anna Kowalska holds the task");
        assertThat(tab.locator(".firebreak-timeline")).containsText("The severity is");
        writer.screenshot("case-tab");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldShowTheQuestionWithoutScrollingFar() {
        // given a case without a cool-down, and a viewer whose clock is behind
        clock.advance(Duration.ofHours(1));
        Person writer = writerOf("Auf einen Blick");

        // then
        double question = writer.find("h4:text('Write the official statement')").boundingBox().y;
        assertThat(question).isLessThan(900);
        assertThat(writer.find(".firebreak-now")).containsText("This task is due");
        assertThat(writer.find(".firebreak-lately li")).hasCount(3);
        writer.screenshot("case-at-a-glance");
    }

    @Test
    void shouldShowTheCoolDownBesideTheNextDeadline() {
        // given
        clock.advance(Duration.ofHours(1));

        // when
        Person lead = desk.open(chromium, crises.choosePosture(), "UserTask_ChoosePosture");

        // then
        assertThat(lead.find(".firebreak-now dt"))
                .hasText(new String[] {"This task is due", "Cool-down", "Reported", "Led by"});
        assertThat(lead.find(".firebreak-now")).containsText("until ");
        lead.screenshot("cool-down");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldBeReadableOnAPhone() {
        // given
        prepare("Am Telefon");
        Person writer = chromium.personWithPhone("spokesperson");
        writer.visitTask(task("Am Telefon"));
        writer.find(".firebreak-case").waitFor();

        // then
        Object wider = writer.page()
                .evaluate("() => [...document.querySelectorAll('form.firebreak *')]"
                        + ".filter(e => e.offsetParent && e.getBoundingClientRect().right > window.innerWidth + 1)"
                        + ".filter(e => !e.closest('.firebreak-wide')).map(e => e.outerHTML.slice(0, 80))");
        assertThat(wider).asList().isEmpty();
        Object small = writer.page()
                .evaluate(
                        "() => [...document.querySelectorAll('form.firebreak :is(.btn, input.form-control, summary)')]"
                                + ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 80))");
        assertThat(small).asList().isEmpty();
        writer.screenshot("phone");
        writer.screenshotOfWholeForm("phone-form");
        assertThat(chromium.troubles()).isEmpty();
    }

    private String reference(String title) {
        return references.get(title);
    }

    private void prepare(String title) {
        String reference = driver.reportedOwnSlip(title);
        driver.startAlone(reference, "StatementApproval", Map.of());
        references.put(title, reference);
        taskService.setAssignee(task(title), "spokesperson");
    }

    private String task(String title) {
        return driver.task(reference(title), "UserTask_WriteStatement").getId();
    }

    private void give(String title, String person) {
        taskService.setAssignee(task(title), person);
    }

    /** The spokesperson, who holds the task of writing. */
    private Person writerOf(String title) {
        prepare(title);
        Person writer = chromium.person("spokesperson");
        writer.visitTask(task(title));
        writer.find(".firebreak-case").waitFor();
        return writer;
    }

    private static Locator draft(Person person) {
        return person.find(".firebreak-draft");
    }

    private static Locator choice(Person person) {
        return person.find(".firebreak-draft-choice");
    }
}
