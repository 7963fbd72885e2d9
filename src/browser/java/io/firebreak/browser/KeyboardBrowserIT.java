package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.firebreak.publishing.ScriptedChannels;
import io.firebreak.support.CaseDriver;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The work of people who have no mouse, from opening a form to its button. */
@BrowserTest
class KeyboardBrowserIT {

    /** Tasklist's own ways by keyboard, as its settings name them. */
    private static final String START_SOMETHING = "Control+Alt+p";

    private static final String CLAIM = "Control+Alt+c";

    @Value("${firebreak.brand}")
    private String houseBrand;

    @Autowired
    private CrisisTasks crises;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TaskService taskService;

    @Autowired
    private ScriptedChannels channels;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @BeforeEach
    void takeShortPosts() {
        channels.channel("network").takeAtMost(90);
    }

    @Test
    void shouldReportAnIncident() {
        // given
        String title = "Glass in the apricot jam " + UUID.randomUUID();
        driver.reportAbout(houseBrand, title);
        Person reporter = chromium.person("communitymanager");
        Keyboard keyboard = new Keyboard(reporter);
        begin(reporter, keyboard, "Social media crisis");

        // when
        keyboard.tabTo(reporter.field("What is happening?"));
        keyboard.typeAnew(title + " again");
        assertThat(reporter.find("[data-place=likeCases]")).containsText(title);
        keyboard.tabTo(reporter.field("What did you see?"));
        keyboard.typeAnew("A photo of a splinter.");
        keyboard.tabTo(reporter.field("Language of what you wrote above"));
        keyboard.type("Spanish");
        keyboard.tabTo(summary(reporter, "Only a drill?"));
        keyboard.press("Enter");
        keyboard.tabTo(reporter.form().getByLabel("This is a drill"));
        keyboard.press("Space");
        reporter.screenshot("keyboard-report");
        keyboard.tabTo(reporter.find(".modal-footer .btn-primary"));
        keyboard.press("Enter");

        // then
        awaitClosed(reporter);
        assertThat(taskService
                        .createTaskQuery()
                        .taskDefinitionKey("UserTask_AssessIncident")
                        .processVariableValueEquals("caseTitle", title + " again")
                        .count())
                .isOne();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldReceivePastedMentionsAndATable() {
        // given
        String address = "https://social.example/" + UUID.randomUUID();
        Person manager = chromium.person("communitymanager");
        Keyboard keyboard = new Keyboard(manager);
        begin(manager, keyboard, "Receive mentions");

        // when
        Locator table = manager.form().getByLabel("Or choose a table (CSV), or drop it here");
        keyboard.tabTo(table);
        keyboard.chooseFile().setFiles(ListsBrowserIT.table("text;link\nIt broke;" + address + "/1\n"));
        assertThat(manager.find("[data-place=check]")).containsText("1 post is new and would be taken in.");
        keyboard.tabTo(button(manager, "Take it out again"));
        keyboard.press("Enter");

        // then
        assertThat(table).isFocused();

        // when
        keyboard.tabBackTo(manager.field("Paste the posts"));
        keyboard.typeAnew(address + "/2 @anna It broke\n" + address + "/3 @bruno Mine too");
        assertThat(manager.find("[data-place=check]")).containsText("2 posts are new and would be taken in.");
        keyboard.tabTo(manager.find(".modal-footer .btn-primary"));
        keyboard.press("Enter");
        awaitClosed(manager);
        Locator close = manager.find(".firebreak-outcome button");
        keyboard.tabTo(close);
        manager.screenshot("keyboard-mentions");
        keyboard.press("Enter");

        // then
        assertThat(manager.find(".firebreak-outcome")).hasCount(0);
        assertThat(manager.find(".start-process-action a")).isFocused();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldAssessAnIncident() {
        // given
        TaskPlace place = crises.assessIncident();
        Person assessor = at(place, "UserTask_AssessIncident");
        Keyboard keyboard = new Keyboard(assessor);

        // when
        keyboard.press(CLAIM);
        assertThat(assessor.find(".disabled-form")).hasCount(0);
        choose(assessor, keyboard, "What kind of trouble is it?", "A fault in a product");
        choose(assessor, keyboard, "Are people, their health or their data in danger?", "No");
        choose(assessor, keyboard, "How fast does it spread?", "Fast");
        keyboard.tabTo(assessor.field("How many of a hundred mentions are against us?"));
        keyboard.type("61");
        keyboard.tabTo(assessor.form().getByLabel("A photo or video drives it"));
        keyboard.press("Space");
        assertThat(assessor.find(".firebreak-advice")).containsText("For your answers the table advises:");
        keyboard.tabTo(assessor.field("How bad is it?"));
        keyboard.type("S4");
        keyboard.tabTo(assessor.form()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Why not as advised? – fill it in")));
        keyboard.press("Enter");

        // then
        assertThat(assessor.field("Why not as advised?")).isFocused();

        // when
        keyboard.type("I was there.");
        assessor.screenshot("keyboard-assess");
        keyboard.tabTo(assessor.button());
        keyboard.press("Enter");

        // then
        assessor.awaitNextTask();
        assertThat(driver.crisisCase(place.reference()).severity().name()).isEqualTo("S4");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldWriteAStatement() {
        // given
        TaskPlace place = crises.writeStatement();
        Person author = at(place, "UserTask_WriteStatement");
        Keyboard keyboard = new Keyboard(author);
        keyboard.press(CLAIM);
        assertThat(author.find(".disabled-form")).hasCount(0);

        // when
        keyboard.tabTo(summary(author, "Versions so far (1)"));
        keyboard.press("Enter");
        keyboard.tabTo(author.field("Language of the statement"));
        keyboard.press("Home");
        assertThat(author.field("Language of the statement")).hasValue("");
        keyboard.type("English");
        assertThat(author.field("Language of the statement")).hasValue("en");
        keyboard.tabTo(author.field("Title"));
        keyboard.typeAnew("About the price");
        keyboard.tabTo(author.field("Text"));
        keyboard.typeAnew("It was a slip about the price of bread. We are sorry if anyone was offended."
                + " It is 9 euros, and not 99.");
        assertThat(author.find(".firebreak-finding-ERROR")).hasCount(1);
        keyboard.tabTo(author.find(".firebreak-finding-ERROR button"));
        keyboard.press("Enter");

        // then
        assertThat(author.field("Text")).isFocused();

        // when
        keyboard.type("sorry");
        assertThat(author.find(".firebreak-finding-ERROR")).hasCount(0);
        keyboard.tabTo(author.form().getByLabel("This statement apologises in public"));
        keyboard.press("Space");
        author.awaitAnswer("wording");
        keyboard.tabTo(author.field("Why does the text stay as it is?"));
        keyboard.type("It is all we know.");
        author.awaitAnswer("forms");
        Locator network = author.find("[data-channel=network]");
        keyboard.tabTo(network.locator("summary"));
        keyboard.press("Enter");
        assertThat(network).not().hasAttribute("open", "");
        keyboard.tabTo(author.field("Pictures, if they help"));
        keyboard.chooseFile().setFiles(Person.pictureNamed("bread.png"));
        keyboard.tabTo(author.field("What does it show?"));
        keyboard.type("Bread at 9 euros.");
        keyboard.tabBackTo(button(author, "Compare"));
        keyboard.press("Enter");

        // then
        assertThat(author.find("[data-place=versions]")).containsText("about the price of bread.");
        author.screenshotOfWholeForm("keyboard-write");

        // when
        keyboard.tabTo(author.button());
        keyboard.press("Enter");

        // then
        author.awaitNextTask();
        assertThat(driver.latestVersion(place.reference()).text().body()).contains("We are sorry.");
        assertThat(driver.latestVersion(place.reference()).text().pictures()).hasSize(1);
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldSendAStatementBack() {
        // given
        TaskPlace place = crises.approveStatement();
        Person approver = at(place, "UserTask_ApproveStatement");
        Keyboard keyboard = new Keyboard(approver);
        keyboard.press(CLAIM);
        assertThat(approver.find(".disabled-form")).hasCount(0);

        // when
        keyboard.tabTo(summary(approver, "Versions so far (2)"));
        keyboard.press("Enter");
        keyboard.tabTo(approver.form().getByLabel("From"));
        keyboard.tabTo(button(approver, "Compare"));
        keyboard.press("Space");
        assertThat(approver.find("[data-place=versions] ins").first()).containsText("about the price");
        Locator newsroom = approver.find("[data-channel=newsroom]");
        keyboard.tabTo(newsroom.locator("summary"));
        keyboard.press("Enter");
        assertThat(newsroom.locator(".firebreak-form")).isVisible();
        choose(approver, keyboard, "What do you decide?", "Send it back");
        keyboard.tabTo(approver.field("What has to change, and why?"));
        keyboard.type("Say until when.");
        approver.screenshot("keyboard-send-back");
        keyboard.tabTo(approver.button());
        assertThat(approver.button()).hasText("Send back with comments");
        keyboard.press("Enter");

        // then
        approver.awaitNextTask();
        assertThat(driver.acts(place.reference()))
                .containsSubsequence("statement.sentBack", "statement.written", "statement.sentBack");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldReadTheWholeCase() {
        // given
        Person approver = at(crises.approveStatement(), "UserTask_ApproveStatement");
        Keyboard keyboard = new Keyboard(approver);

        // when
        keyboard.tabTo(approver.find(".nav-tabs a").filter(new Locator.FilterOptions().setHasText("Case")));
        keyboard.press("Enter");
        Locator tab = approver.find(".firebreak-case-tab");
        keyboard.tabTo(tab.locator("summary").filter(new Locator.FilterOptions().setHasText("Files kept")));
        keyboard.press("Enter");
        keyboard.tabTo(button(tab, "Decisions"));
        keyboard.press("Space");

        // then
        assertThat(button(tab, "Decisions")).hasAttribute("aria-pressed", "true");
        assertThat(button(tab, "Decisions")).isFocused();
        assertThat(tab.locator(".firebreak-timeline")).containsText("The severity is");
        assertThat(chromium.troubles()).isEmpty();
    }

    /** Nothing of Tasklist's is stepped over here: its dialogue and its list in there take keys. */
    private static void begin(Person person, Keyboard keyboard, String process) {
        keyboard.press(START_SOMETHING);
        Locator wanted = person.find(".modal-body a")
                .filter(new Locator.FilterOptions().setHasText(process))
                .first();
        wanted.waitFor();
        keyboard.tabTo(wanted);
        keyboard.press("Enter");
        person.find(".modal-body form.firebreak").waitFor();
    }

    private static void awaitClosed(Person person) {
        person.find(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Opens the task by its address, as the links in our mails do. */
    private Person at(TaskPlace place, String task) {
        Person person = chromium.person(place.user());
        person.visitTask(driver.task(place.reference(), task).getId());
        person.find(".firebreak-case").waitFor();
        person.page().waitForLoadState(LoadState.NETWORKIDLE);
        return person;
    }

    private static void choose(Person person, Keyboard keyboard, String question, String answer) {
        Locator group = person.form().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(question));
        keyboard.choose(
                group.getByRole(AriaRole.RADIO).first(),
                group.getByLabel(Pattern.compile("^\\s*" + answer + "(\\W|$)")));
    }

    private static Locator summary(Person person, String words) {
        return person.form().locator("summary").filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator button(Person person, String words) {
        return button(person.form(), words);
    }

    private static Locator button(Locator part, String words) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words));
    }
}
