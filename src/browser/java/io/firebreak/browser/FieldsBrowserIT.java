package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A form can be handed in when all that it asks for is there, and says what is missing otherwise. */
@BrowserTest
class FieldsBrowserIT {

    private static final String FORMS = "**/plugin/firebreak/*/tasks/*/forms";
    private static final String CHECK = "**/mentions/check";

    @Autowired
    private CrisisTasks crises;

    @Autowired
    private ReplyTasks replies;

    @Autowired
    private TaskDesk desk;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @AfterEach
    void nothingElseWentWrong() {
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldNotAskForWhatIsHidden() {
        // given
        Person person = desk.open(chromium, replies.settleComment(), "UserTask_SettleComment");
        person.answer("How did they take it?", "Answered and calm");
        assertThat(person.button()).isEnabled();
        person.tick("I propose to offer them something in private");
        person.fill("The amount", "25 EUR");
        assertThat(person.find(".firebreak-open-points")).containsText("The amount – a number such as 25.50");

        // when
        person.untick("I propose to offer them something in private");

        // then
        assertThat(person.button()).isEnabled();
        assertThat(person.find(".firebreak-open-points")).isHidden();

        // when it is shown again
        person.tick("I propose to offer them something in private");

        // then
        assertThat(person.button()).isDisabled();
        assertThat(person.find(".firebreak-open-points")).containsText("The amount – a number such as 25.50");
    }

    @Test
    void shouldSayWhatIsMissingOfAPicture() {
        // given
        Person author = desk.open(chromium, crises.writeStatement(), "UserTask_WriteStatement");

        // when
        author.choosePicture("Pictures, if they help", "bread.png");

        // then
        assertThat(author.button()).isDisabled();
        assertThat(author.find(".firebreak-open-points")).containsText("What does it show? – fill it in");
        author.fill("What does it show?", "Bread for 9 euros");
        assertThat(author.button()).isEnabled();
    }

    @Test
    void shouldApproveNothingUnseen() {
        // given
        Person approver = chromium.person("legal");
        approver.troublesToCome().expect(".* 503 .*|503 .*");
        approver.page().route(FORMS, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        desk.show(approver, crises.approveStatement(), "UserTask_ApproveStatement");
        approver.answer("What do you decide?", "Approve exactly this text");
        Locator again = again(approver.find("[data-place=forms]"));
        again.waitFor();
        assertThat(approver.button()).isDisabled();

        // when
        approver.page().unroute(FORMS);
        again.click();

        // then
        assertThat(approver.find(".firebreak-channel").first()).isVisible();
        assertThat(approver.button()).isEnabled();
    }

    @Test
    void shouldLookAtPostsOnceMoreWhereTheServerWasAway() {
        // given
        Person person = chromium.person("communitymanager");
        person.troublesToCome().expect(".* 503 .*|503 .*");
        person.page().route(CHECK, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        person.begin("Receive mentions");
        person.fill("Paste the posts", "https://social.example/d/1 @anna It broke");
        Locator again = again(person.find("[data-place=check]"));
        again.waitFor();

        // when
        person.page().unroute(CHECK);
        again.click();

        // then
        assertThat(person.find("[data-place=check]")).containsText("1 post is new and would be taken in.");
        assertThat(person.find(".modal-footer .btn-primary")).isEnabled();
    }

    private static Locator again(Locator place) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"));
    }
}
