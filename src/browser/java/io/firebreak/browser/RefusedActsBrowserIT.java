package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What people read in Tasklist when they are not allowed to do what they try, a person of each role; the community
 * manager's and the crisis lead's are in {@link CrisisBrowserIT}. Nothing has happened then, and nothing typed is lost.
 */
@BrowserTest
class RefusedActsBrowserIT {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @Test
    void shouldNotTakeConditionalApologyFromSpokesperson() {
        // given
        String reference = approvalOf("Refused to a spokesperson");
        Person writer = at("spokesperson", reference, "UserTask_WriteStatement");
        writer.claim();
        writer.choose("Language of the statement", "en");
        writer.fill("Title", "The price");
        writer.fill("Text", "We are sorry if anyone was offended by the price.");

        // when
        writer.complete();

        // then
        assertThat(refusal(writer)).containsText("This apology depends on what others feel");
        assertThat(writer.field("Text")).hasValue("We are sorry if anyone was offended by the price.");
        assertThat(driver.openTasks(reference)).contains("UserTask_WriteStatement");
        writer.screenshot("refused-spokesperson");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldNotLetLegalApproveWhatWasReadBesideOtherFacts() {
        // given
        String reference = approvalOf("Refused to Legal");
        driver.write("spokesperson", reference, "The price was wrong. It was our mistake.");
        Person approver = at("legal", reference, "UserTask_ApproveStatement");
        approver.claim();
        approver.answer("What do you decide?", "Approve exactly this text");
        enterFact(reference);

        // when
        approver.complete();

        // then
        assertThat(refusal(approver)).containsText("affected customers");
        assertThat(driver.openTasks(reference)).contains("UserTask_ApproveStatement");
        approver.screenshot("refused-legal");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldNotLetAreaOwnerReportAbsenceOfOthers() {
        // given
        Person owner = expectingRefusal(chromium.person("areaowner"));
        owner.begin("Report an absence");
        owner.fill("Away from", "2031-01-06T08:00");
        owner.fill("Back at", "2031-01-10T18:00");
        owner.choose("Who is away", "string:legal");

        // when
        owner.report();

        // then
        assertThat(refusal(owner)).isVisible();
        assertThat(owner.field("Back at")).hasValue("2031-01-10T18:00");
        owner.screenshot("refused-area-owner");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldNotLetManagementTakeDownWhatNoCasePublished() {
        // given
        Person manager = expectingRefusal(chromium.person("management"));
        manager.begin("Take a post down");
        manager.fill("Reference of the case", "CR-1999-0001");
        manager.fill("Which post has to go, and what forces it?", "A court ordered it.");

        // when
        manager.report();

        // then
        assertThat(refusal(manager)).containsText("There is no case CR-1999-0001.");
        assertThat(manager.field("Reference of the case")).hasValue("CR-1999-0001");
        manager.screenshot("refused-management");
        assertThat(chromium.troubles()).isEmpty();
    }

    private String approvalOf(String title) {
        String reference = driver.reportedOwnSlip(title);
        driver.startAlone(reference, "StatementApproval", Map.of());
        return reference;
    }

    private Person at(String userId, String reference, String task) {
        Person person = expectingRefusal(chromium.person(userId));
        person.visitTask(driver.task(reference, task).getId());
        person.find(".firebreak-case").waitFor();
        return person;
    }

    private static Person expectingRefusal(Person person) {
        person.troublesToCome().expect("[45]\\d\\d POST .*/submit-form");
        person.troublesToCome().expect("console: Failed to load resource: .* [45]\\d\\d .*/submit-form.*");
        return person;
    }

    private static Locator refusal(Person person) {
        return person.find(".firebreak-refusal");
    }

    private void enterFact(String reference) {
        HttpResponse<String> answer = new Web(port)
                .send(
                        "areaowner",
                        "PUT",
                        "/api/cases/" + reference + "/fact-sheet",
                        "{\"version\": 0, \"facts\": [{\"kind\": \"NUMBER\", \"label\": \"affected customers\", \"value\": \"12\"}]}",
                        "Content-Type",
                        "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
