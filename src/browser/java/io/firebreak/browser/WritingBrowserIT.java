package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.firebreak.publishing.ScriptedChannels;
import io.firebreak.statement.StatementKind;
import io.firebreak.support.CaseDriver;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Writing and approving a text, in a real browser. */
@BrowserTest
class WritingBrowserIT {

    private static final String WRITE = "Write the statement";
    private static final String HOSTILE = "<img src=x onerror=alert(1)>{{constructor.constructor('alert(1)')()}}";
    private static final String BLAMING = "Some customers simply misunderstood our offer.";
    private static final String SELECTED = "field => field.value.substring(field.selectionStart, field.selectionEnd)";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private ScriptedChannels channels;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @BeforeEach
    void takeShortPosts() {
        channels.channel("network").takeAtMost(90);
    }

    @Test
    void shouldFollowWhatSomebodyTypes() {
        // given
        Person author = writing("A wrong price " + HOSTILE, chromium.person("spokesperson"));
        assertThat(author.find("[data-place=parts] summary")).hasText("0 of 5 parts are there");
        assertThat(author.find("[data-place=posture]")).containsText("Rebuild");
        assertThat(author.find("[data-place=posture]")).containsText("used so far: 0 of 2");

        // when
        author.fill("Title", "Bread");
        author.fill("Text", "On Monday we sold bread at two wrong prices. That was our mistake. " + HOSTILE);

        // then
        assertThat(author.find("[data-place=parts] summary")).hasText("2 of 5 parts are there");
        assertThat(author.find(".firebreak-part-MISSING").first()).containsText("The apology is missing");
        assertThat(author.find(".firebreak-part-MISSING").first()).containsText("Apologise once, in plain words");
        Locator network = author.find("[data-channel=network]");
        assertThat(network.locator("summary")).containsText("3 posts that follow each other");
        assertThat(network.locator(".firebreak-form-part").first())
                .containsText(Pattern.compile("Post 1 of 3: \\d+ of 90 characters"));
        assertThat(network).containsText("constructor.constructor");

        // when
        author.fill(
                "Text",
                "On Monday we sold bread at two wrong prices. That was our mistake. We are sorry. Since Tuesday the"
                        + " prices are right, and until 30 June every shop pays the difference back."
                        + " Call us: 0800 555 0101.");
        author.tick("This statement apologises in public");

        // then
        assertThat(author.find("[data-place=parts] summary")).hasText("5 of 5 parts are there");
        assertThat(author.find("[data-place=wording]")).containsText("The house rules have nothing against the text.");
        assertThat(author.find("#statement-wording-reason")).isHidden();
        assertThat(network.locator("summary")).containsText("posts that follow each other");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldLeadToEachPassageByKeyboardAlone() {
        // given
        Person author = writing("A misunderstanding", chromium.person("spokesperson"));
        author.fill("Title", "Bread");
        author.fill("Text", "  On Monday we sold bread. We are sorry if anyone was offended. " + BLAMING);
        assertThat(author.find(".firebreak-finding-ERROR")).containsText("Must be mended.");
        assertThat(author.find(".firebreak-finding-WARNING").first()).containsText("Please look again.");
        assertThat(author.find("mark.firebreak-mark-ERROR")).hasText("sorry if anyone was offended");
        author.screenshotOfWholeForm("findings-in-the-text");

        // when
        author.find("#statement-body").focus();
        for (int steps = 0; steps < 30 && !focused(author).contains("misunderstood"); steps++) {
            author.find(":focus").press("Tab");
        }
        author.find(":focus").press("Enter");

        // then
        assertThat(author.find("#statement-body")).isFocused();
        assertThat(author.find("#statement-body").evaluate(SELECTED)).isEqualTo("customers simply misunderstood");

        // when
        author.find("#statement-body").press("Delete");

        // then
        assertThat(author.find("mark:text('misunderstood')")).hasCount(0);
        assertThat(author.find(".firebreak-finding-ERROR")).hasCount(1);
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldCompareAnyVersionWithWhatIsTyped() {
        // given
        String title = "Zwei Fassungen";
        String reference = driver.reportedOwnSlip(title);
        driver.write("spokesperson", reference, "It was a slip.");
        driver.sendBack("legal", reference, StatementKind.STATEMENT, "Say which price. " + HOSTILE);
        Person author = chromium.person("spokesperson");
        author.open("Spokesperson", WRITE, title);
        author.claim();

        // when
        author.fill("Text", "It was a slip about the price.");
        author.unfold("Versions so far (1)");
        author.find("button:text('Compare')").click();

        // then
        Locator versions = author.find("[data-place=versions]");
        assertThat(versions).containsText("Say which price. " + HOSTILE);
        assertThat(versions.locator("ins")).containsText("about the price");
        assertThat(versions.locator("del")).hasCount(0);
        author.screenshotOfWholeForm("versions-compared");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldShowTheApproverWhatBecomesPublicAndWhatChanged() {
        // given
        String title = "Two rounds";
        String reference = driver.reportedOwnSlip(title);
        driver.write("spokesperson", reference, "It was a slip.");
        driver.sendBack("legal", reference, StatementKind.STATEMENT, "Say which price.");
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of(
                        "language",
                        "en",
                        "title",
                        "We are sorry",
                        "body",
                        "It was a slip about the price of bread; it is 9 euros, and not 99 as we wrote on Monday."
                                + " Read https://brand.example/price for more.",
                        "apology",
                        true,
                        "wordingReason",
                        "It is all we know. " + HOSTILE));

        // when
        Person approver = chromium.person("legal");
        approver.open("Legal", "Approve the statement", title);

        // then
        assertThat(approver.find("[data-place=changes]")).containsText("Say which price.");
        assertThat(approver.find("[data-place=changes]")).containsText("99 as we wrote on Monday");
        assertThat(approver.find("[data-place=about]")).containsText("It is all we know. " + HOSTILE);
        Locator network = approver.find("[data-channel=network]");
        assertThat(network.locator(".firebreak-form-part")).hasCount(2);
        assertThat(network.locator("a")).hasAttribute("href", "https://brand.example/price");
        assertThat(approver.find("[data-channel=fan-club]"))
                .containsText("links to where it is public follow below it");
        assertThat(approver.find("input[value=APPROVE]")).hasAttribute("data-button", "Approve this text");
        approver.screenshotOfWholeForm("approve-channel-by-channel");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldFitOnAPhone() {
        // given
        Person author = writing("On the way", chromium.personWithPhone("spokesperson"));

        // when
        author.fill("Title", "Bread");
        author.fill("Text", "On Monday we sold bread at two wrong prices. We are sorry if anyone was offended.");
        assertThat(author.find(".firebreak-finding-ERROR")).hasCount(1);
        author.awaitAnswer("forms");

        // then
        assertThat((Boolean) author.form().evaluate("form => form.scrollWidth <= form.clientWidth"))
                .as("nothing sticks out")
                .isTrue();
        author.screenshotOfWholeForm("writing-on-a-phone");
        author.unfold("parts are there");
        assertThat(author.find(".firebreak-parts")).isHidden();
        author.fill("Title", "Bread and butter");
        author.awaitAnswer("wording");
        assertThat(author.find(".firebreak-parts")).isHidden();
        assertThat(chromium.troubles()).isEmpty();
    }

    private Person writing(String title, Person author) {
        driver.reportedOwnSlip(title);
        author.open("Spokesperson", WRITE, title);
        author.claim();
        return author;
    }

    private static String focused(Person person) {
        return (String) person.find(":focus").evaluate("element => element.textContent");
    }
}
