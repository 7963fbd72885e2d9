package io.firebreak.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.PublicRecord;
import io.firebreak.crisis.ResponseReopened;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.ScriptedChannels.Scripted;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A reply that a channel sends in the thread: once, whatever happens, and by hand where it can't. */
@PublishingTest
class ThreadReplyTest {

    private static final String TEXT = "The parcel waits in your post office since noon.";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private PublicationDriver publications;

    @Autowired
    private ScriptedChannels channels;

    @Autowired
    private Replies replies;

    @Autowired
    private PublicRecord publicRecord;

    @Autowired
    private Cases cases;

    @Autowired
    private Assessments assessments;

    @Autowired
    private TestClock clock;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private CommentDriver starter;
    private Scripted network;
    private String reference;
    private String url;
    private String author = "@Angry";

    @BeforeEach
    void receiveAComment() {
        starter = new CommentDriver(cases, assessments, runtimeService, transaction);
        network = channels.channel("network");
        reference = starter.comment("A late parcel");
        mention("scripted");
    }

    @AfterEach
    void leaveNothingForTheNextTest() {
        channels.reset();
        publications.forgetEverything();
    }

    @Test
    void shouldSendTheReplyBelowThePostItAnswers() {
        // given
        bringToSending(TEXT);

        // when
        publications.send();
        publications.follow();

        // then
        assertThat(network.answered()).extracting(RemotePost::url).containsExactly(url);
        assertThat(network.calls()).singleElement().satisfies(call -> {
            assertThat(call.part().text()).isEqualTo(TEXT);
            assertThat(call.count()).isEqualTo(1);
        });
        assertThat(last().isSent()).isTrue();
        assertThat(last().sending().link()).startsWith("https://network.example/");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SettleComment");
        assertThat(driver.acts(reference)).containsSubsequence("reply.agreed", "reply.queued", "reply.sent");
        publications.send();
        assertThat(network.calls()).hasSize(1);
    }

    @Test
    void shouldFindWhatArrivedAlthoughItsAnswerWasLost() {
        // given
        network.acceptAndLoseTheAnswer();
        bringToSending(TEXT);
        publications.send();
        assertThat(publicRecord.mayBePublic(parsed())).isTrue();

        // when
        clock.advance(Duration.ofMinutes(1));
        publications.send();
        publications.follow();

        // then
        assertThat(network.calls()).hasSize(1);
        assertThat(network.live()).isEqualTo(1);
        assertThat(last().isSent()).isTrue();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SettleComment");
    }

    @Test
    void shouldHaveAPersonLookAtAReplyThatIsNoLongerWhatWasAgreedTo() {
        // given
        bringToSending(TEXT);
        publications.send();
        publications.follow();
        settle();
        assertThat(driver.openTasks(reference)).isEmpty();

        // when
        network.show(new ReadBack.Different("The parcel is lost."));
        clock.advance(Duration.ofMinutes(1));
        publications.send();
        publications.follow();

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_CheckChangedPublication");
        assertThat(drifts()).containsExactly("What is public on network is not what was approved: Reply 1.");
        assertThat(briefing("UserTask_CheckChangedPublication"))
                .contains("\"drift\":\"The parcel is lost.\"", "\"text\":\"" + TEXT + "\"");
        assertThat(seenInItsPlace()).containsExactly("The parcel is lost.");
        assertThat(new Web(port)
                        .get("communitymanager", "/api/cases/" + reference + "/publications")
                        .body())
                .contains("\"reply\":\"" + last().id(), "\"drifted\":true");

        // when
        driver.complete(
                "crisislead",
                reference,
                "UserTask_CheckChangedPublication",
                Map.of("finding", "A colleague mistyped; the reply says the right thing again."));
        network.show(new ReadBack.Gone());
        clock.advance(Duration.ofMinutes(10));
        publications.send();
        publications.follow();

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_CheckChangedPublication");
        assertThat(drifts()).last().isEqualTo("Reply 1 is no longer public on network.");
    }

    @Test
    void shouldAskAPersonWhenTheChannelSaysNo() {
        // given
        network.answer(new Outcome.Rejected("The post that this one answers is not there any more."));
        bringToSending(TEXT);

        // when
        publications.send();
        publications.follow();

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SendReply");
        assertThat(last().route().returned().uncertain()).isFalse();
        sendByHand();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SettleComment");
        clock.advance(Duration.ofHours(2));
        publications.send();
        assertThat(network.calls()).hasSize(1);
    }

    @Test
    void shouldNotSendAgainWhatAPersonFoundInTheThread() {
        // given
        network.acceptAndLoseTheAnswer();
        network.find(new Probe.AskPerson("Does it stand there?"));
        bringToSending(TEXT);
        publications.send();
        clock.advance(Duration.ofMinutes(1));
        publications.send();
        publications.follow();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SendReply");
        assertThat(last().route().returned().uncertain()).isTrue();
        assertThat(publicRecord.mayBePublic(parsed())).isTrue();

        // when
        sendByHand();
        clock.advance(Duration.ofHours(2));
        publications.send();

        // then
        assertThat(network.calls()).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
        assertThat(replies.of(parsed())).filteredOn(Reply::isSent).hasSize(1);
    }

    @Test
    void shouldRefuseToSendByHandWhatIsOnItsWay() {
        // given
        bringToSending(TEXT);
        bendTo("UserTask_SendReply");

        // when, then
        assertThatThrownBy(this::sendByHand).hasMessageContaining("is on its way on network");
        assertThatThrownBy(() -> driver.complete(
                        "communitymanager",
                        reference,
                        "UserTask_SendReply",
                        Map.of("decision", "NOT_SENT", "reason", "They calmed down.")))
                .hasMessageContaining("is on its way on network");
    }

    @Test
    void shouldNotSendWhatWasWithdrawnWhileItWaited() {
        // given
        bringToSending(TEXT);
        transaction.executeWithoutResult(status ->
                replies.reopened(new ResponseReopened(parsed(), "It is another parcel.", new Actor("crisislead"))));

        // when
        publications.send();
        publications.follow();

        // then
        assertThat(network.calls()).isEmpty();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SendReply");
        assertThatThrownBy(this::sendByHand).hasMessageContaining("is not to go out any more");
    }

    @Test
    void shouldWaitWhileAnotherCaseHoldsBackTheBrand() {
        // given
        bringToSending(TEXT);
        starter.freeze();

        // when
        publications.send();
        publications.follow();

        // then
        assertThat(network.calls()).isEmpty();
        assertThat(last().isUnderWay()).isTrue();
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    @Test
    void shouldCountAReplyOnItsWayAsIfItStoodThere() {
        // given
        bringToSending(TEXT);
        reference = starter.comment("Another late parcel");
        driverStart();

        // when, then
        assertThatThrownBy(() -> write("The parcel waits in your post office since two.", "THREAD"))
                .hasMessageContaining("nearly what was sent before");
    }

    @Test
    void shouldLeaveAPrivateReplyToAPerson() {
        // when
        driverStart();
        write(TEXT, "DIRECT_MESSAGE");
        agree();
        letCoolDownPass();

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SendReply");
        assertThat(last().route()).isNull();
    }

    @Test
    void shouldLeaveToAPersonWhatStandsOnAnotherNetworkOrIsTooLongForOnePost() {
        // when
        bringToSending("One part.\n---\nAnother part.");

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SendReply");
        reference = starter.comment("Another late parcel");
        mention("elsewhere");
        bringToSending("We carry it to your door tomorrow morning.");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SendReply");
        assertThat(network.calls()).isEmpty();
    }

    @Test
    void shouldAnswerNobodyElseThanTheAuthorWhomSomebodyLookedAt() {
        // given
        author = "@somebody_else";

        // when
        bringToSending(TEXT);

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SendReply");
        assertThat(last().route()).isNull();
    }

    @Test
    void shouldCallNobodyInADrill() {
        // given
        reference = starter.drill("A rehearsed parcel");
        mention("scripted");
        bringToSending(TEXT);

        // when
        publications.send();
        publications.follow();

        // then
        assertThat(network.calls()).isEmpty();
        assertThat(last().isSent()).isTrue();
        assertThat(publicRecord.mayBePublic(parsed())).isFalse();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SettleComment");
    }

    private void mention(String source) {
        url = starter.mention(new Web(port), jdbc, reference, source, clock.instant());
    }

    private void bringToSending(String text) {
        driverStart();
        write(text, "THREAD");
        agree();
        letCoolDownPass();
    }

    private void driverStart() {
        starter.start("ReplyToComment", reference);
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_VerifyAuthor",
                Map.of(
                        "handle", author,
                        "place", "network.example",
                        "orderMatched", false,
                        "youngAccount", "UNKNOWN",
                        "nearDuplicates", "UNKNOWN",
                        "sharedLinkBurst", "UNKNOWN",
                        "noOtherTopics", "UNKNOWN",
                        "synchronousActivity", "UNKNOWN"));
        driver.complete("communitymanager", reference, "UserTask_PlanReply", Map.of("need", "ANSWER"));
    }

    private void write(String text, String way) {
        driver.complete("communitymanager", reference, "UserTask_WriteReply", Map.of("way", way, "text", text));
    }

    private void agree() {
        driver.complete(
                "legal", reference, "UserTask_AgreeToReply", Map.of("decision", "AGREE", "sha256", last().sha256()));
    }

    private void letCoolDownPass() {
        clock.advance(CommentDriver.COOL_DOWN.plusSeconds(1));
        driver.runDueJobs(reference);
    }

    private void settle() {
        driver.complete("communitymanager", reference, "UserTask_SettleComment", Map.of("outcome", "CALM"));
    }

    private String briefing(String activity) {
        String task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(activity)
                .singleResult()
                .getId();
        return WebappSession.signIn(port, "crisislead", "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + task + "/case")
                .body();
    }

    private List<String> drifts() {
        return driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals("publication.drifted"))
                .map(LedgerEntry::sentence)
                .toList();
    }

    private List<String> seenInItsPlace() {
        return jdbc.sql("SELECT text FROM firebreak.evidence WHERE case_reference = ? AND kind = 'OWN_POST'")
                .param(reference)
                .query(String.class)
                .list();
    }

    private void sendByHand() {
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SendReply",
                Map.of("decision", "SENT", "sha256", last().sha256(), "link", url + "#reply"));
    }

    private void bendTo(String activity) {
        String instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("ReplyToComment")
                .singleResult()
                .getId();
        runtimeService
                .createProcessInstanceModification(instance)
                .startBeforeActivity(activity)
                .execute();
    }

    private String state() {
        return jdbc.sql("SELECT state FROM firebreak.publication WHERE reply_id = ?")
                .param(last().id())
                .query(String.class)
                .single();
    }

    private Reply last() {
        List<Reply> all = replies.of(parsed());
        return all.get(all.size() - 1);
    }

    private CaseReference parsed() {
        return CaseReference.parse(reference);
    }
}
