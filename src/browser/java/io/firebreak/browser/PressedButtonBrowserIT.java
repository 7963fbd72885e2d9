package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.firebreak.support.CaseDriver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One press of the button completes the task once, or the form says why it does not, whatever else happens meanwhile. */
@BrowserTest
class PressedButtonBrowserIT {

    private static final String COMMENT = "What has to change, and why?";
    private static final String DONE = "Select a task in the list.";

    /** What comes in above the button, higher than the button itself. The browser must not scroll after it. */
    private static final String PUSH_AWAY = "form => { form.closest('.content').style.overflowAnchor = 'none';"
            + " const other = document.createElement('button'); other.type = 'button';"
            + " other.style = 'display: block; width: 100%; height: 60px';"
            + " other.onclick = () => { window.wrong = true; }; form.append(other); }";

    private final List<String> handedIn = new CopyOnWriteArrayList<>();

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TaskService taskService;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @Test
    void shouldStayUnderThePointerWhenTheDraftArrives() {
        // given
        Person approver = sendingBack("Gespeichert");
        Held draft = Held.back(approver, "PUT", "**/draft");
        approver.fill(COMMENT, "Say more.");
        draft.awaitRequest();
        BoundingBox pressed = press(approver);

        // when
        draft.release();
        assertThat(approver.find(".firebreak-draft")).containsText("Saved");

        // then
        assertThat(centre(approver).y).isEqualTo(pressed.y);
        approver.page().mouse().up();
        assertThat(approver.page().getByText(DONE)).isVisible();
    }

    @Test
    void shouldDoWhatWasPressedThoughItMovesUnderThePointer() {
        // given
        Person approver = sendingBack("Verschoben");
        approver.fill(COMMENT, "Say more.");
        press(approver);

        // when
        approver.form().evaluate(PUSH_AWAY);
        approver.page().mouse().up();

        // then
        assertThat(approver.page().getByText(DONE)).isVisible();
        assertThat(handedIn).hasSize(1);
        assertThat(approver.page().evaluate("window.wrong")).isNull();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldDoWhatAFingerPressedAndNothingElse() {
        // given
        Person approver = sendingBack("Mit dem Finger");
        approver.fill(COMMENT, "Say more.");
        CDPSession finger = approver.page().context().newCDPSession(approver.page());
        approver.button().scrollIntoViewIfNeeded();
        finger.send("Input.dispatchTouchEvent", touch("touchStart", centre(approver)));

        // when
        approver.form().evaluate(PUSH_AWAY);
        finger.send("Input.dispatchTouchEvent", touch("touchEnd"));

        // then
        assertThat(approver.page().getByText(DONE)).isVisible();
        assertThat(handedIn).hasSize(1);
        assertThat(approver.page().evaluate("window.wrong")).isNull();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldDoNothingForSomebodyWhoMovesAwayBeforeLettingGo() {
        // given
        Person approver = sendingBack("Doch nicht");
        approver.fill(COMMENT, "Say more.");
        BoundingBox pressed = press(approver);

        // when
        approver.page().mouse().move(pressed.x, pressed.y - 200);
        approver.page().mouse().up();

        // then
        assertThat(approver.button()).hasText("Send back with comments");
        assertThat(approver.button()).isEnabled();
        assertThat(handedIn).isEmpty();
    }

    @Test
    void shouldLeadToWhatIsMissingWhenThatTurnsUpWhileTheButtonIsPressed() {
        // given
        Person approver = sendingBack("Plötzlich fehlt etwas");
        approver.fill(COMMENT, "Say more.");
        press(approver);

        // when
        approver.field(COMMENT).evaluate("field => { field.value = ''; field.dispatchEvent(new Event('input')); }");
        assertThat(approver.button()).isDisabled();
        approver.page().mouse().up();

        // then
        Locator missing = approver.find(".firebreak-open-points button");
        assertThat(missing).hasText("The reason – fill it in");
        assertThat(missing).isFocused();
        assertThat(handedIn).isEmpty();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldDoWhatWasPressedThoughTheCheckComesBackMeanwhile() {
        // given
        Person author = writing("Geprüft");
        Held wording = Held.back(author, "POST", "**/wording");
        author.fill("Title", "Bread");
        author.fill("Text", "We are sorry if anyone was offended.");
        wording.awaitRequest();
        author.awaitAnswer("forms");
        assertThat(author.find(".firebreak-draft")).containsText("Saved");
        press(author);
        author.troublesToCome().expect("[45]\\d\\d POST .*/submit-form");
        author.troublesToCome().expect("console: Failed to load resource: .* [45]\\d\\d .*/submit-form.*");

        // when
        wording.release();
        assertThat(author.find(".firebreak-finding-ERROR").first()).isVisible();
        author.page().mouse().up();

        // then
        assertThat(author.find(".firebreak-refusal")).containsText("Not done.");
        assertThat(handedIn).hasSize(1);
        assertThat(author.button()).isEnabled();
        author.screenshot("refused-at-the-button");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldSayThatItHandsInWhileTheDraftIsUnderWay() {
        // given
        Person approver = sendingBack("Unterwegs");
        Held draft = Held.back(approver, "PUT", "**/draft");
        approver.fill(COMMENT, "Say more.");
        draft.awaitRequest();

        // when
        approver.complete();

        // then
        assertThat(approver.button()).hasText("Handing it in …");
        assertThat(approver.button()).isDisabled();
        approver.field(COMMENT).press("Control+Enter");
        assertThat(handedIn).isEmpty();

        // when
        draft.release();

        // then
        assertThat(approver.page().getByText(DONE)).isVisible();
        assertThat(handedIn).hasSize(1);
        assertThat(chromium.troubles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "no JSON"})
    void shouldHandInWhateverBecomesOfTheDraft(String odd) {
        // given
        Person approver = sendingBack("Entwurf " + odd.length());
        approver.page()
                .route(
                        "**/draft",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(odd)));
        approver.troublesToCome().expect("(?s)script error: .*");

        // when
        approver.page()
                .waitForResponse(
                        response -> response.url().endsWith("/draft"), () -> approver.fill(COMMENT, "Say more."));
        approver.complete();

        // then
        assertThat(approver.page().getByText(DONE)).isVisible();
        assertThat(handedIn).hasSize(1);
    }

    @Test
    void shouldSayThatTheServerCannotBeReachedAndLetTryAgain() {
        // given
        Person approver = sendingBack("Keine Leitung");
        approver.troublesToCome().expect("net::ERR_FAILED POST .*/submit-form");
        approver.troublesToCome().expect("console: Failed to load resource: net::ERR_FAILED .*/submit-form.*");
        // Tasklist's client stumbles over an answer that is none
        approver.troublesToCome().expect("(?s)script error: .*'headers'.*");
        approver.page().route("**/submit-form", Route::abort);
        approver.fill(COMMENT, "Say more.");

        // when
        approver.complete();

        // then
        assertThat(approver.find(".firebreak-refusal"))
                .hasText("Not done. Firebreak can't be reached; what you typed is kept. Please try again.");
        assertThat(approver.button()).hasText("Send back with comments");
        approver.screenshot("not-reached");

        // when
        approver.page().unroute("**/submit-form");
        handedIn.clear();
        approver.complete();

        // then
        assertThat(approver.page().getByText(DONE)).isVisible();
        assertThat(handedIn).hasSize(1);
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldSayThatAFormItselfIsBroken() {
        // given
        Person approver = sendingBack("Kaputt");
        approver.fill(COMMENT, "Say more.");
        approver.form()
                .evaluate("form => angular.element(form).scope().camForm"
                        + ".on('submit', () => { throw new TypeError('a mistake of a script'); })");

        // when
        approver.complete();

        // then
        assertThat(approver.find(".firebreak-refusal")).containsText("Something in this form does not work");
        assertThat(approver.button()).isEnabled();
        assertThat(handedIn).isEmpty();
        assertThat(chromium.troubles()).hasSize(1).first().asString().contains("a mistake of a script");
    }

    @Test
    void shouldLeaveSomebodyAloneWhoWentToAnotherTaskMeanwhile() {
        // given
        Person approver = sendingBack("Der erste");
        approver.fill(COMMENT, "Say more about the first.");
        Held submission = Held.back(approver, "POST", "**/submit-form");
        String other = waitingForApproval("Der zweite");
        approver.complete();
        submission.awaitRequest();

        // when
        approver.visitTask(driver.task(other, "UserTask_ApproveStatement").getId());
        assertThat(approver.find(".firebreak-title")).hasText("Der zweite");
        submission.release();

        // then
        assertThat(approver.card("Approve the statement", "Der erste")).hasCount(0);
        assertThat(approver.find(".firebreak-title")).hasText("Der zweite");
        assertThat(handedIn).singleElement().asString().contains("SEND_BACK", "Say more about the first.");
        assertThat(chromium.troubles()).isEmpty();
    }

    /** Before the draft is kept in the browser, while it is, while it goes to the server, and after that. */
    @ParameterizedTest
    @ValueSource(ints = {0, 250, 800, 1100})
    void shouldCompleteOnASlowMachineInWhateverRhythm(int pause) {
        // given
        Person approver = sendingBack("Langsam " + pause);
        CDPSession slow = approver.page().context().newCDPSession(approver.page());
        slow.send("Emulation.setCPUThrottlingRate", rate(3));

        // when
        approver.field(COMMENT).pressSequentially("Say more.");
        approver.page().waitForTimeout(pause);
        approver.complete();

        // then
        assertThat(approver.page().getByText(DONE)).isVisible();
        assertThat(handedIn).hasSize(1);
        assertThat(chromium.troubles()).isEmpty();
    }

    /** Somebody of legal, about to send a text back. */
    private Person sendingBack(String title) {
        String reference = waitingForApproval(title);
        Person approver = at(reference, "legal", "UserTask_ApproveStatement");
        approver.answer("What do you decide?", "Send it back");
        return approver;
    }

    private Person writing(String title) {
        String reference = driver.reportedOwnSlip(title);
        driver.startAlone(reference, "StatementApproval", Map.of());
        Person author = at(reference, "spokesperson", "UserTask_WriteStatement");
        author.awaitAnswer("wording");
        return author;
    }

    private Person at(String reference, String userId, String task) {
        taskService.setAssignee(driver.task(reference, task).getId(), userId);
        Person person = chromium.person(userId);
        person.page().onRequest(this::note);
        person.visitTask(driver.task(reference, task).getId());
        person.find(".firebreak-case").waitFor();
        return person;
    }

    private void note(Request request) {
        if (request.url().endsWith("/submit-form")) {
            handedIn.add(request.postData());
        }
    }

    private String waitingForApproval(String title) {
        String reference = driver.reportedOwnSlip(title);
        driver.startAlone(reference, "StatementApproval", Map.of());
        driver.write("spokesperson", reference, "It costs 9 euros.");
        return reference;
    }

    /** Presses the button with the mouse, and does not let go. */
    private static BoundingBox press(Person person) {
        person.button().scrollIntoViewIfNeeded();
        BoundingBox place = centre(person);
        person.page().mouse().move(place.x, place.y);
        person.page().mouse().down();
        return place;
    }

    private static BoundingBox centre(Person person) {
        BoundingBox box = person.button().boundingBox();
        box.x += box.width / 2;
        box.y += box.height / 2;
        return box;
    }

    private static JsonObject touch(String type, BoundingBox... places) {
        JsonArray points = new JsonArray();
        for (BoundingBox place : places) {
            JsonObject point = new JsonObject();
            point.addProperty("x", place.x);
            point.addProperty("y", place.y);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        return event;
    }

    private static JsonObject rate(int slower) {
        JsonObject throttling = new JsonObject();
        throttling.addProperty("rate", slower);
        return throttling;
    }
}
