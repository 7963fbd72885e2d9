package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing that a form does throws people who work by keyboard back to the top of the page. */
@BrowserTest
class FocusBrowserIT {

    @Autowired
    private CrisisTasks crises;

    @Autowired
    private TaskDesk desk;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @Test
    void shouldKeepWhoeverIsAmongTheFindingsWhenTheyAreDrawnAnew() {
        // given
        Person author = at(crises.writeStatement(), "UserTask_WriteStatement");
        Keyboard keyboard = new Keyboard(author);
        keyboard.tabTo(author.field("Text"));
        keyboard.typeAnew("We are sorry if anyone was offended. Some customers misunderstood our offer.");
        assertThat(author.find(".firebreak-finding-ERROR")).hasCount(1);
        author.awaitAnswer("wording");
        Locator passages = author.find("[data-place=wording]");

        // when somebody goes on before the answer to the last key is there
        keyboard.type(" Bread.");
        keyboard.tabTo(passages.locator("button").first());
        author.awaitAnswer("wording");

        // then
        assertThat(passages.locator("button").first()).isFocused();

        // when the same happens among the parts of the text
        keyboard.tabBackTo(author.field("Text"));
        keyboard.press("Control+End");
        keyboard.type(" Call us: 0800 555 0101.");
        Locator parts = author.find("[data-place=parts]");
        keyboard.tabTo(parts.locator("summary"));
        author.awaitAnswer("wording");

        // then
        assertThat(parts.locator("summary")).isFocused();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldGoOnWhereTheCaseIsOnceItIsThere() {
        // given
        TaskPlace place = crises.assessIncident();
        Person assessor = chromium.person(place.user());
        assessor.troublesToCome().expect(".* 503 .*|503 .*");
        Pattern caseOfTask = Pattern.compile(".*/plugin/firebreak/.*/(case|case-file)$");
        assessor.page().route(caseOfTask, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        desk.show(assessor, place, "UserTask_AssessIncident");
        Keyboard keyboard = new Keyboard(assessor);
        Locator again = button(assessor.find("[data-place=case]"), "Try again");
        keyboard.tabTo(again);

        // when
        keyboard.press("Enter");
        assessor.page().waitForLoadState(LoadState.NETWORKIDLE);

        // then
        assertThat(again).isVisible();
        keyboard.assertFocusWithin(assessor.find("[data-place=case]"));

        // when
        assessor.page().unroute(caseOfTask);
        keyboard.tabTo(again);
        keyboard.press("Enter");
        assessor.find(".firebreak-case").waitFor();

        // then
        keyboard.assertFocusWithin(assessor.find("[data-place=case]"));
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldGoOnWithTheLessonsThatAreLeft() {
        // given
        Person reviewer = at(crises.reviewCrisis(), "UserTask_ReviewCrisis");
        Keyboard keyboard = new Keyboard(reviewer);
        Locator no = reviewer.form().getByLabel(Pattern.compile("^\\s*No, it stands"));
        keyboard.choose(no, no);

        // when
        keyboard.tabTo(button(reviewer.form(), "Add a lesson"));
        keyboard.press("Enter");

        // then
        Locator lessons = reviewer.find(".firebreak-lesson");
        assertThat(lessons).hasCount(2);
        keyboard.assertFocusWithin(lessons.nth(1));

        // when
        keyboard.tabTo(button(lessons.nth(1), "Leave out lesson 2"));
        keyboard.press("Enter");

        // then
        assertThat(lessons).hasCount(1);
        keyboard.assertFocusWithin(lessons.first());
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldGoOnWhereAFactOrAPictureWasTakenAway() {
        // given
        Person author = at(crises.writeStatement(), "UserTask_WriteStatement");
        Keyboard keyboard = new Keyboard(author);

        // when
        Locator sheet = author.find("[data-place=facts]");
        keyboard.tabTo(button(sheet, "Take away"));
        keyboard.press("Enter");

        // then
        assertThat(button(sheet, "Add a fact")).isFocused();

        // when
        Locator pictures = author.field("Pictures, if they help");
        keyboard.tabTo(pictures);
        keyboard.chooseFile().setFiles(Person.pictureNamed("bread.png"));
        keyboard.tabTo(button(author.form(), "Leave this picture out"));
        keyboard.press("Enter");

        // then
        assertThat(button(author.form(), "Leave this picture out")).hasCount(0);
        assertThat(pictures).isFocused();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldStayAtTheButtonThatKeepsAFile() {
        // given
        Person assessor = at(crises.assessIncident(), "UserTask_AssessIncident");
        assessor.find("[data-files] summary").waitFor();
        Keyboard keyboard = new Keyboard(assessor);
        keyboard.tabTo(assessor.form().getByLabel("A further file"));
        keyboard.chooseFile().setFiles(Person.pictureNamed("splinter.png"));
        keyboard.tabTo(assessor.field("What does it show?"));
        keyboard.type("The splinter");

        // when
        Locator keep = button(assessor.form(), "Keep this file");
        keyboard.tabTo(keep);
        keyboard.press("Enter");

        // then
        assertThat(assessor.find("[data-files]")).containsText("The file is kept.");
        assertThat(keep).isFocused();
        assertThat(chromium.troubles()).isEmpty();
    }

    private Person at(TaskPlace place, String task) {
        Person person = desk.open(chromium, place, task);
        person.page().waitForLoadState(LoadState.NETWORKIDLE);
        return person;
    }

    private static Locator button(Locator part, String words) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words));
    }
}
