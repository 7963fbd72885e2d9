package io.firebreak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.publishing.ScriptedChannels;
import io.firebreak.reply.Replies;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One comment, its answer, and what the customer gets for the trouble, in a real browser. */
@BrowserTest
class ReplyBrowserIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>{{constructor.constructor('alert(1)')()}}";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Cases cases;

    @Autowired
    private Assessments assessments;

    @Autowired
    private Replies replies;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ScriptedChannels channels;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @Test
    void shouldBeginTheAnswerToACommentByOneForm() {
        // given
        String text = "Mi paquete " + UUID.randomUUID() + " " + HOSTILE;
        Person manager = chromium.person("communitymanager");
        manager.begin("Answer a comment");
        manager.choose("Where does it stand?", "mastodon");
        manager.fill("Link to the comment", "https://social.example/@anna/" + System.nanoTime());
        manager.fill("Whose account is it?", "@anna");
        manager.fill("What did they write?", text);
        manager.choose("Language of the comment", "es");
        manager.answer("What kind of trouble is it?", "One customer's complaint");
        manager.answer("Are people, their health or their data in danger?", "No");
        manager.screenshotOfWholeForm("answer-comment");

        // when
        manager.report();
        manager.find(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

        // then
        manager.open("Community manager", "Verify the author", text.substring(0, 40));
        assertThat(manager.find(".firebreak-headline")).containsText("S4");
        assertThat(manager.find("form.firebreak")).containsText(HOSTILE);
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldAnswerInAnOpenCaseWithoutSayingAgainWhatItIs() {
        // given
        String reference = driver.reportedOffence("Eine Kampagne");
        Person manager = chromium.person("communitymanager");
        manager.begin("Answer a comment");

        // when
        manager.choose("Where does it stand?", "instagram");
        manager.fill("Whose account is it?", "@anna");
        manager.fill("What did they write?", "No tiene gracia.");
        manager.fill("Does it belong to an open case?", reference);
        manager.choose("Language of the comment", "es");
        assertThat(manager.find("fieldset[data-choice=category]")).isHidden();
        manager.screenshotOfWholeForm("answer-comment-of-a-case");
        manager.report();
        manager.find(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

        // then
        assertThat(driver.instance(reference, "ReplyToComment")).isNotNull();
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void shouldShowTheReplyAsItGoesOutToItsAuthorAndToTheSecondPerson() {
        // given
        String title = "Ein Paket, eine Antwort " + UUID.randomUUID();
        String reply = "The parcel waits in your post office since noon.";
        toBeAnswered(title);
        channels.channel("network").takeAtMost(60);
        Person manager = chromium.person("communitymanager");
        manager.open("Community manager", "Write the reply", title);
        manager.claim();
        manager.answer("How does it get there?", "In the thread");
        manager.fill("The reply", reply + " Bring the slip that the driver left, or your passport.");

        // when it is too long for one post
        Locator form = manager.find("[data-place=form]");
        assertThat(form).containsText("It does not fit into one post on network, so a person brings it there.");
        assertThat(form).containsText("Post 1 of 2");
        manager.screenshotOfWholeForm("reply-of-two-posts");

        // when it is for one person alone
        manager.answer("How does it get there?", "By direct message");
        assertThat(form).containsText("A person brings it there, exactly as it stands here.");
        assertThat(form).not().containsText("Post 1 of 2");

        // when it fits
        manager.answer("How does it get there?", "In the thread");
        manager.fill("The reply", "  " + reply + " ");
        assertThat(form).containsText("network sends it, exactly as it stands here.");
        assertThat(form).containsText("48 of 60 characters");
        assertThat(form.locator(".firebreak-form")).hasText(reply);
        manager.screenshotOfWholeForm("reply-as-it-goes-out");
        manager.explainWording("They know us.");
        manager.finish();

        // then
        Person legal = chromium.person("legal");
        legal.open("Legal", "Agree to the reply", title);
        legal.claim();
        Locator shown = legal.find("[data-place=reply]");
        assertThat(shown).containsText("network sends it, exactly as it stands here.");
        assertThat(shown).containsText("48 of 60 characters");
        assertThat(shown.locator(".firebreak-form")).hasText(reply);
        legal.screenshotOfWholeForm("agree-to-reply-as-it-goes-out");
        legal.answer("What do you decide?", "Agree");
        legal.finish();
        assertThat(chromium.troubles()).isEmpty();
    }

    /** A comment on a network that one of our accounts can answer; its reply is to be written. */
    private void toBeAnswered(String title) {
        CommentDriver starter = new CommentDriver(cases, assessments, runtimeService, transaction);
        String reference = starter.comment(title);
        starter.mention(new Web(port), jdbc, reference, "scripted", clock.instant());
        starter.start("ReplyToComment", reference, title);
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_VerifyAuthor",
                Map.of(
                        "handle", "@angry",
                        "place", "network.example",
                        "orderMatched", false,
                        "youngAccount", "UNKNOWN",
                        "nearDuplicates", "UNKNOWN",
                        "sharedLinkBurst", "UNKNOWN",
                        "noOtherTopics", "UNKNOWN",
                        "synchronousActivity", "UNKNOWN"));
        driver.complete("communitymanager", reference, "UserTask_PlanReply", Map.of("need", "ANSWER"));
    }

    @Test
    void shouldHandOverACompensationThatASecondPersonAgreedTo() {
        // given
        String title = "Ein Paket, drei Wochen " + UUID.randomUUID();
        String reference = answered(title);
        Person manager = chromium.person("communitymanager");
        manager.open("Community manager", "Settle the comment", title);
        manager.claim();
        manager.answer("How did they take it?", "Answered and calm");
        manager.tick("I propose to offer them something in private");
        assertThat(manager.find("[data-place=budget]")).containsText("50 EUR for this person");
        manager.answer("How is it to reach them?", "By mail");
        manager.fill("The amount", "25,50");
        manager.fill("Why?", "Drei Wochen ohne Kessel " + HOSTILE);
        manager.screenshotOfWholeForm("propose-compensation");
        manager.finish();

        // when
        agree(title);
        handOver(manager, title);

        // then
        assertThat(driver.openTasks(reference)).isEmpty();
        assertThat(driver.acts(reference))
                .containsSubsequence("compensation.proposed", "compensation.agreed", "compensation.given");
        assertThat(chromium.troubles()).isEmpty();
    }

    private void agree(String title) {
        Person lead = chromium.person("crisislead");
        lead.open("Crisis lead", "Agree to the compensation", title);
        lead.claim();
        assertThat(lead.find("[data-place=replies]")).containsText("25.50 EUR");
        assertThat(lead.find("[data-place=replies]")).containsText("4711");
        assertThat(lead.find("[data-place=replies]")).containsText("Drei Wochen ohne Kessel " + HOSTILE);
        lead.answer("Do you agree?", "Yes");
        lead.screenshotOfWholeForm("agree-to-compensation");
        lead.finish();
    }

    private void handOver(Person manager, String title) {
        manager.open("Community manager", "Hand the compensation over", title);
        manager.claim();
        assertThat(manager.find("[data-place=replies]")).containsText("25.50 EUR");
        assertThat(manager.find("[data-place=replies]")).containsText("Giulia Ferri");
        manager.answer("Do they have it?", "Yes");
        manager.fill("How can that be seen?", "Gutschein 77, am Mittag verschickt.");
        manager.screenshotOfWholeForm("give-compensation");
        manager.finish();
    }

    /** A comment by a customer whose order is known, answered in private. */
    private String answered(String title) {
        CommentDriver starter = new CommentDriver(cases, assessments, runtimeService, transaction);
        String reference = starter.comment(title);
        starter.start("ReplyToComment", reference, title);
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_VerifyAuthor",
                Map.of(
                        "handle", "@anna",
                        "place", "social.example",
                        "orderMatched", true,
                        "orderNumber", "4711",
                        "youngAccount", "NO",
                        "nearDuplicates", "NO",
                        "sharedLinkBurst", "NO",
                        "noOtherTopics", "UNKNOWN",
                        "synchronousActivity", "UNKNOWN"));
        driver.complete("communitymanager", reference, "UserTask_PlanReply", Map.of("need", "ANSWER"));
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_WriteReply",
                Map.of("way", "DIRECT_MESSAGE", "text", "Your parcel " + UUID.randomUUID() + " is on its way."));
        String sha256 = replies.of(CaseReference.parse(reference)).get(0).sha256();
        driver.complete("legal", reference, "UserTask_AgreeToReply", Map.of("decision", "AGREE", "sha256", sha256));
        clock.advance(CommentDriver.COOL_DOWN.plusSeconds(1));
        driver.runDueJobs(reference);
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SendReply",
                Map.of("decision", "SENT", "sha256", sha256, "proof", "Sent at noon."));
        return reference;
    }
}
