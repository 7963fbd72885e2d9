package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationDriver;
import io.firebreak.publishing.PublicationState;
import io.firebreak.publishing.Publishing;
import io.firebreak.publishing.ScriptedChannels;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** What people see of publications that need them: in a real browser, with channels that follow a script. */
@BrowserTest
class PublishingBrowserIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>{{constructor.constructor('alert(1)')()}}";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private PublicationDriver publications;

    @Autowired
    private ScriptedChannels channels;

    @Autowired
    private Publishing publishing;

    @Autowired
    private TestClock clock;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @Test
    void shouldAskWhatOnlyPeopleCanTellAndDo() {
        // given
        String title = "Zwei Antworten " + HOSTILE;
        String reference = driver.reportedOwnSlip(title);
        driver.write("spokesperson", reference, "Der Preis ist 9 Euro. " + HOSTILE + "\n\nBis morgen.");
        approve(title);
        channels.channel("press-list").answer(new Outcome.Unknown("The connection broke."));
        channels.channel("network").answer(new Outcome.Rejected("The account is blocked. " + HOSTILE));
        driver.publish(reference);
        pass(reference, Duration.ofSeconds(30));

        // when
        check(doubtful(reference), title);
        publishByHand(reference, title);
        driver.publish(reference);
        driver.publish(reference);

        // then
        assertThat(publishing.of(reference)).extracting(Publication::state).containsOnly(PublicationState.SENT);
        channels.channel("network").show(new ReadBack.Different("Der Preis ist 99 Euro. " + HOSTILE));
        channels.channel("fan-club").show(new ReadBack.Different("Der Preis ist 99 Euro. " + HOSTILE));
        pass(reference, Duration.ofMinutes(2));
        checkChanged(title);
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldShowThatACaseIsADrill() {
        // given
        String reference = driver.reportedDrill("Probe im Herbst");
        driver.write("spokesperson", reference, "Nur eine Probe.");
        driver.approve("legal", reference);
        driver.publish(reference);

        // when
        Person owner = chromium.person("areaowner");
        owner.open("Area owner", "Publish by hand", "Probe im Herbst");

        // then
        assertThat(owner.find(".firebreak-case .firebreak-drill")).containsText("This is a drill.");
        owner.claim();
        owner.screenshotOfWholeForm("publish-by-hand-drill");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldSayWhereTheWrongVersionHangs() {
        // given
        String title = "Ein falsches Datum";
        String reference = driver.reportedOwnSlip(title);
        driver.write("spokesperson", reference, "Bis Freitag.");
        driver.approve("legal", reference);
        driver.publish(reference);
        Person owner = chromium.person("areaowner");
        owner.open("Area owner", "Publish by hand", title);
        assertThat(owner.find("form.firebreak")).not().containsText("It puts right");
        owner.claim();
        owner.answer("What did you do?", "It is there now");
        owner.fill("Link to it", "https://shop.example/notice-1");
        owner.fill("How can it be seen that it is there?", "It hangs at the till.");
        owner.finish();
        driver.publish(reference);
        pass(reference, Duration.ofSeconds(1));

        // when
        driver.changeResponse(reference);
        driver.correct("spokesperson", reference, "Bis Montag.");
        driver.approve("legal", reference);
        driver.publish(reference);

        // then
        owner.open("Area owner", "Publish by hand", title);
        assertThat(owner.find("form.firebreak")).containsText("It puts right: https://shop.example/notice-1");
        owner.screenshotOfWholeForm("publish-by-hand-correction");
        assertThat(chromium.troubles()).isEmpty();
    }

    private void approve(String title) {
        Person approver = chromium.person("legal");
        approver.open("Legal", "Approve the statement", title);
        approver.claim();
        assertThat(approver.find("[data-place=forms] summary")).hasCount(6);
        assertThat(approver.find("[data-place=forms]")).containsText("Bis morgen.");
        approver.answer("What do you decide?", "Approve exactly this text");
        approver.screenshotOfWholeForm("approve-forms-on-channels");
        approver.finish();
    }

    private void check(String doubtful, String title) {
        Person checker = chromium.person("communitymanager");
        checker.open("Community manager", "Check an uncertain publication", title);
        checker.claim();
        assertThat(checker.find(".firebreak-publication h5")).hasText(doubtful);
        assertThat(checker.find(".firebreak-publication")).containsText("get it?");
        assertThat(checker.mayComplete()).isFalse();
        checker.answer("Is it public there?", "Yes, I have seen it");
        assertThat(checker.find(".firebreak-open-points")).containsText(doubtful + ": how do you know? – fill it in");
        checker.fill("How do you know?", "Ann hat geantwortet.");
        checker.find(".firebreak-draft").waitFor();
        checker.reload();
        assertThat(checker.field("How do you know?")).hasValue("Ann hat geantwortet.");
        checker.find("button:text('Copy the text')").click();
        assertThat(checker.find("button:text('Copied')")).isVisible();
        checker.screenshotOfWholeForm("check-publication");
        checker.finish();
    }

    private void publishByHand(String reference, String title) {
        for (String channel : List.of("network", "shop-notice")) {
            Person owner = chromium.person("areaowner");
            owner.openTaskOf(channel, "Area owner", "Publish by hand", title);
            owner.claim();
            assertThat(owner.find(".firebreak-publication h5")).hasText(channel);
            assertThat(owner.find(".firebreak-publication")).containsText("Der Preis ist 9 Euro. " + HOSTILE);
            owner.answer("What did you do?", "It is not published here");
            owner.screenshotOfWholeForm("publish-by-hand-leave-out-" + channel);
            if (channel.equals("network")) {
                owner.answer("What did you do?", "I repaired what kept it back");
            } else {
                owner.answer("What did you do?", "It is there now");
                owner.fill("How can it be seen that it is there?", "Foto im Ordner der Filiale.");
            }
            owner.screenshotOfWholeForm("publish-by-hand-" + channel);
            owner.finish();
            if (channel.equals("network")) {
                driver.publish(reference);
                pass(reference, Duration.ofSeconds(31));
            }
        }
    }

    private void checkChanged(String title) {
        Person checker = chromium.person("crisislead");
        checker.openTaskOf("network", "Crisis lead", "Check a changed publication", title);
        checker.claim();
        assertThat(checker.find("[data-place=changed]")).containsText("Der Preis ist 99 Euro. " + HOSTILE);
        checker.fill("What did you find, and what did you do?", "Zahlendreher, dort berichtigt.");
        checker.unfold("Where it went");
        checker.screenshotOfWholeForm("check-changed-publication");
        checker.finish();
    }

    /** Which of two mails went out first, and so was lost, is nobody's promise. */
    private String doubtful(String reference) {
        return publishing.of(reference).stream()
                .filter(Publication::isUncertain)
                .map(Publication::describe)
                .findFirst()
                .orElseThrow();
    }

    private void pass(String reference, Duration time) {
        clock.advance(time);
        driver.publish(reference);
        publications.send();
        publications.follow();
    }
}
