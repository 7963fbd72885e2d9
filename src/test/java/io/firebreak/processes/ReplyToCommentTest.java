package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import io.firebreak.access.Actor;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.ResponseReopened;
import io.firebreak.crisis.Severity;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.reply.Comments;
import io.firebreak.reply.Outcome;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import io.firebreak.reply.Settlement;
import io.firebreak.reply.Way;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways that one comment can go through {@code ReplyToComment}. */
@FirebreakTest
class ReplyToCommentTest {

    private static final String LINK = "https://network.example/post/1#reply";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Replies replies;

    @Autowired
    private Comments comments;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private Cases cases;

    @Autowired
    private Assessments assessments;

    @Autowired
    private TestClock clock;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private CommentDriver starter;
    private String reference;
    private ProcessInstance instance;

    @BeforeEach
    void startProcess() {
        BpmnAwareTests.init(engine);
        starter = new CommentDriver(cases, assessments, runtimeService, transaction);
        begin(starter.comment("A late parcel"));
    }

    private void begin(String opened) {
        reference = opened;
        instance = starter.start("ReplyToComment", reference);
    }

    @Test
    void shouldAnswerACommentAndCloseItWhenItIsCalm() {
        // given
        verifyAuthor(Map.of("orderMatched", true, "orderNumber", "4711"));
        planAnswer();

        // when
        write("communitymanager", "THREAD", "The parcel waits in your post office since noon.");
        agree("spokesperson");
        letCoolDownPass();
        send("communitymanager");
        settle(Map.of("outcome", "CALM", "words", "Thank you!"));

        // then
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "CallActivity_VerifyAuthor",
                        "UserTask_PlanReply",
                        "UserTask_WriteReply",
                        "UserTask_AgreeToReply",
                        "UserTask_SendReply",
                        "UserTask_SettleComment",
                        "EndEvent_CommentSettled");
        assertThat(becameCrisis()).isFalse();
        assertThat(driver.openTasks(reference)).isEmpty();
        Reply sent = last();
        assertThat(sent.text().text()).isEqualTo("The parcel waits in your post office since noon.");
        assertThat(sent.decision().decidedBy()).isEqualTo("spokesperson");
        assertThat(sent.sending().link()).isEqualTo(LINK);
        assertThat(comments.settlementsOf(parsed()))
                .extracting(Settlement::outcome, Settlement::words)
                .containsExactly(tuple(Outcome.CALM, "Thank you!"));
        assertThat(driver.acts(reference))
                .containsSubsequence(
                        "author.verified",
                        "reply.planned",
                        "reply.written",
                        "reply.agreed",
                        "reply.sent",
                        "comment.settled");
    }

    @Test
    void shouldAskTheAreaWhoseWordIsNeeded() {
        // given
        verifyAuthor(Map.of());

        // when
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_PlanReply",
                Map.of("need", "ASK_AREA", "area", "Logistics", "question", "Where is parcel 4711?"));
        driver.complete(
                "areaowner", reference, "UserTask_AskAreaOwner", Map.of("facts", "It waits in the post office."));

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteReply");
        assertThat(facts.of(parsed())).singleElement().satisfies(fact -> {
            assertThat(fact.area()).isEqualTo("Logistics");
            assertThat(fact.text()).isEqualTo("It waits in the post office.");
            assertThat(fact.knownBy()).isEqualTo("areaowner");
        });
        assertThat(driver.acts(reference)).containsSubsequence("reply.planned", "facts.provided");
    }

    @Test
    void shouldRefuseToAskAnAreaNothing() {
        // given
        verifyAuthor(Map.of());

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "communitymanager",
                        reference,
                        "UserTask_PlanReply",
                        Map.of("need", "ASK_AREA", "area", "Logistics")))
                .hasMessageContaining("The question to the area is missing");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_PlanReply");
    }

    @Test
    void shouldWriteAgainWhatWasSentBack() {
        // given
        prepare("communitymanager", "THREAD", "The parcel left our house in time.");

        // when
        driver.complete(
                "legal",
                reference,
                "UserTask_AgreeToReply",
                Map.of("decision", "SEND_BACK", "sha256", last().sha256(), "comments", "Say where it is now."));
        write("spokesperson", "THREAD", "The parcel waits in your post office.");

        // then
        assertThat(last().number()).isEqualTo(2);
        assertThat(last().round()).isEqualTo(1);
        assertThat(last().authors()).containsExactlyInAnyOrder("communitymanager", "spokesperson");
        assertThatThrownBy(() -> agree("communitymanager")).hasMessageContaining("You wrote in this reply");
        agree("legal");
        letCoolDownPass();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SendReply");
        assertThat(driver.acts(reference))
                .containsSubsequence(
                        "reply.written", "reply.sentBack", "reply.written", "reply.refused", "reply.agreed");
    }

    @Test
    void shouldRefuseToSendBackWithoutAWord() {
        // given
        prepare("communitymanager", "THREAD", "The parcel left our house in time.");

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "legal",
                        reference,
                        "UserTask_AgreeToReply",
                        Map.of("decision", "SEND_BACK", "sha256", last().sha256())))
                .hasMessageContaining("The comment is missing");
    }

    @Test
    void shouldRefuseTheAgreementOfTheAuthor() {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");

        // when, then
        assertThatThrownBy(() -> agree("communitymanager"))
                .hasMessageContaining("somebody who wrote none of it has to agree");
        assertThat(last().decision()).isNull();
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("reply.refused"))
                .singleElement()
                .extracting(LedgerEntry::sentence)
                .isEqualTo("communitymanager tried to agree to the reply.");
    }

    @Test
    void shouldRefuseTheAgreementToAnotherText() {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "legal",
                        reference,
                        "UserTask_AgreeToReply",
                        Map.of("decision", "AGREE", "sha256", "0".repeat(64))))
                .hasMessageContaining("not the reply that waits for agreement");
        assertThat(last().decision()).isNull();
    }

    @Test
    void shouldRefuseToSendBeforeTheCoolDownIsOverWhateverTheProcessSays() {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");
        agree("legal");
        bendTo("UserTask_SendReply");

        // when, then
        assertThatThrownBy(() -> send("communitymanager")).hasMessageContaining("please send nothing before");
        assertThat(last().isSent()).isFalse();
        assertThat(driver.acts(reference)).contains("reply.refused");
        clock.advance(CommentDriver.COOL_DOWN);
        send("communitymanager");
        assertThat(last().isSent()).isTrue();
    }

    @Test
    void shouldRefuseToSendWhatNobodyAgreedToWhateverTheProcessSays() {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");
        clock.advance(CommentDriver.COOL_DOWN);
        bendTo("UserTask_SendReply");

        // when, then
        assertThatThrownBy(() -> send("communitymanager")).hasMessageContaining("a second person has to");
        assertThat(last().isSent()).isFalse();
    }

    @Test
    void shouldRefuseToSendAnotherTextThanTheOneThatWasAgreedTo() {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");
        agree("legal");
        letCoolDownPass();

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "communitymanager",
                        reference,
                        "UserTask_SendReply",
                        Map.of("decision", "SENT", "sha256", "f".repeat(64), "link", LINK)))
                .hasMessageContaining("not the text that was agreed to");
        assertThat(last().isSent()).isFalse();
    }

    @Test
    void shouldRefuseToSendATextThatWasWrittenAfterTheAgreement() {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");
        agree("legal");
        letCoolDownPass();
        String agreedTo = last().sha256();
        bendTo("UserTask_WriteReply");
        write("communitymanager", "THREAD", "Fetch it yourself.");

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "communitymanager",
                        reference,
                        "UserTask_SendReply",
                        Map.of("decision", "SENT", "sha256", agreedTo, "link", LINK)))
                .hasMessageContaining("a second person has to");
        assertThat(replies.of(parsed())).noneMatch(Reply::isSent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:alert(1)", "in the thread"})
    void shouldAskForTheLinkOfAReplyInTheThread(String link) {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");
        agree("legal");
        letCoolDownPass();

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "communitymanager",
                        reference,
                        "UserTask_SendReply",
                        Map.of("decision", "SENT", "sha256", last().sha256(), "link", link)))
                .hasMessageContaining("link");
        assertThat(last().isSent()).isFalse();
    }

    @Test
    void shouldTakeWordsAsTheProofOfACall() {
        // given
        prepare("communitymanager", "PHONE", "I explain where the parcel is.");
        agree("legal");
        letCoolDownPass();
        Map<String, Object> values = new HashMap<>(Map.of("decision", "SENT", "sha256", last().sha256()));

        // when, then
        assertThatThrownBy(() -> driver.complete("communitymanager", reference, "UserTask_SendReply", values))
                .hasMessageContaining("How it can be seen that it was sent is missing");
        values.put("proof", "Called at noon; she was relieved.");
        driver.complete("communitymanager", reference, "UserTask_SendReply", values);
        assertThat(last().sending().proof()).isEqualTo("Called at noon; she was relieved.");
    }

    @Test
    void shouldAskForNoLinkInADrill() {
        // given
        begin(starter.drill("A rehearsed comment"));
        prepare("communitymanager", "THREAD", "It waits in your post office.");
        agree("legal");
        letCoolDownPass();

        // when
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SendReply",
                Map.of("decision", "SENT", "sha256", last().sha256(), "proof", "I would have posted it."));

        // then
        assertThat(last().isSent()).isTrue();
        assertThat(driver.ledger(reference))
                .extracting(LedgerEntry::sentence)
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Drill: communitymanager sent reply 1"));
    }

    @Test
    void shouldPlanAgainWhatIsNotSent() {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");
        agree("legal");
        letCoolDownPass();

        // when
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SendReply",
                Map.of("decision", "NOT_SENT", "reason", "They found the parcel meanwhile."));

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_PlanReply");
        assertThat(last().withdrawal().reason()).isEqualTo("They found the parcel meanwhile.");
        assertThat(driver.acts(reference)).contains("reply.withdrawn");
    }

    @Test
    void shouldNotSendWhatNewFactsHaveOvertaken() {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");
        agree("legal");
        letCoolDownPass();

        // when
        transaction.executeWithoutResult(status ->
                events.publishEvent(new ResponseReopened(parsed(), "The parcel is lost.", new Actor("crisislead"))));

        // then
        assertThatThrownBy(() -> send("communitymanager")).hasMessageContaining("The parcel is lost.");
        assertThat(last().isSent()).isFalse();
    }

    @Test
    void shouldNotAgreeToWhatNewFactsHaveOvertaken() {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");

        // when
        transaction.executeWithoutResult(status ->
                events.publishEvent(new ResponseReopened(parsed(), "The parcel is lost.", new Actor("crisislead"))));

        // then
        assertThatThrownBy(() -> agree("legal")).hasMessageContaining("please send it back to be written again");
    }

    @Test
    void shouldReplyAgainWhenTheyWroteAgain() {
        // given
        replyOnce("It waits in your post office.");

        // when
        answeredAgain("It is closed on Saturdays!", null);
        planAnswer();
        write("communitymanager", "THREAD", "Then we bring it to you on Monday.");
        agree("spokesperson");
        driver.runDueJobs(reference);
        send("communitymanager");

        // then
        assertThat(last().round()).isEqualTo(2);
        assertThat(replies.of(parsed())).filteredOn(Reply::isSent).hasSize(2);
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SettleComment");
    }

    @Test
    void shouldTakeNoThirdReplyInTheThreadWithoutNewFacts() {
        // given
        replyTwice();
        answeredAgain("I don't believe you.", null);
        planAnswer();
        assertThat(replies.threadIsClosed(parsed())).isTrue();

        // when, then
        assertThatThrownBy(() -> write("communitymanager", "THREAD", "But it is true."))
                .hasMessageContaining("please tell new facts or go on in private");
        write("communitymanager", "DIRECT_MESSAGE", "But it is true.");
        assertThat(last().text().way()).isEqualTo(Way.DIRECT_MESSAGE);
    }

    @Test
    void shouldTakeAThirdReplyInTheThreadWithNewFacts() {
        // given
        replyTwice();
        answeredAgain("I don't believe you.", "The driver has a photo of the delivery.");
        planAnswer();

        // when
        write("communitymanager", "THREAD", "The driver took a photo.");

        // then
        assertThat(replies.threadIsClosed(parsed())).isFalse();
        assertThat(last().number()).isEqualTo(3);
        assertThat(driver.acts(reference)).contains("facts.new");
    }

    @Test
    void shouldNotSendTheSameWordsTwice() {
        // given
        replyOnce("It waits in your post office.");
        answeredAgain("And?", null);
        planAnswer();

        // when, then
        assertThatThrownBy(() -> write("communitymanager", "THREAD", "It waits in your post office."))
                .hasMessageContaining("word for word what was sent before");
    }

    @Test
    void shouldApologiseInTheThreadTwiceAtMost() {
        // given
        prepare("communitymanager", "THREAD", "We are sorry.", true);
        sendIt();
        answeredAgain("That is all?", "The van broke down.");
        planAnswer();
        write("communitymanager", "THREAD", "The van broke down; we are sorry.", true);
        sendIt();
        answeredAgain("And now?", "It is repaired.");
        planAnswer();

        // when, then
        assertThat(replies.publicApologies(parsed())).isEqualTo(2);
        assertThatThrownBy(() -> write("communitymanager", "THREAD", "It is repaired; we are sorry.", true))
                .hasMessageContaining("give facts and measures only");
        write("communitymanager", "THREAD", "It is repaired, and your parcel is on its way.");
    }

    @Test
    void shouldBecomeACrisisWhenItIsMoreThanAComment() {
        // given
        verifyAuthor(Map.of());

        // when
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_PlanReply",
                Map.of("need", "CRISIS", "severity", "S2", "reason", "Two hundred people say the same."));

        // then
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S2);
        assertThat(driver.acts(reference)).containsSubsequence("severity.raised", "comment.becameCrisis");
        driver.runJob(reference, "ServiceTask_GoOnAsCrisis");
        assertThat(instance).isEnded().hasPassed("EndEvent_CommentBecameCrisis");
        assertThat(becameCrisis()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S4 | It grows. | A crisis is S3 or graver",
                "S2 | ' '       | Why it is more than a comment is missing",
                "S9 | It grows. | The severity is missing or unknown"
            })
    void shouldRefuseACrisisThatIsNone(String severity, String reason, String sentence) {
        // given
        verifyAuthor(Map.of());

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "spokesperson",
                        reference,
                        "UserTask_PlanReply",
                        Map.of("need", "CRISIS", "severity", severity, "reason", reason)))
                .hasMessageContaining(sentence);
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S4);
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_PlanReply");
    }

    @Test
    void shouldBecomeACrisisAfterAReply() {
        // given
        replyOnce("It waits in your post office.");

        // when
        settle(Map.of("outcome", "CRISIS", "severity", "S3", "reason", "A newspaper quotes the thread."));
        driver.runJob(reference, "ServiceTask_GoOnAsCrisis");

        // then
        assertThat(instance).isEnded();
        assertThat(becameCrisis()).isTrue();
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S3);
    }

    @Test
    void shouldProposeACompensationWithoutHoldingUpTheComment() {
        // given
        replyOnce("It waits in your post office.");

        // when
        settle(compensation("MAIL", "25,50", "eur", "The cake inside is ruined."));

        // then
        assertThat(instance).isEnded();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_AgreeToCompensation");
        assertThat(driver.ledger(reference))
                .extracting(LedgerEntry::sentence)
                .contains("communitymanager proposes to offer 25.50 EUR to @angry in private, by mail.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "THREAD | 25   | EUR | Ruined. | The private way of the compensation is missing or unknown",
                "PHONE  | 0    | EUR | Ruined. | must be a number above zero",
                "PHONE  | lots | EUR | Ruined. | must be a number above zero",
                "PHONE  | 25   | XYY | Ruined. | The currency is unknown",
                "PHONE  | 25   | EUR | ' '     | The reason for the compensation is missing"
            })
    void shouldRefuseCompensationInPublicOrWithoutSense(
            String way, String amount, String currency, String reason, String sentence) {
        // given
        replyOnce("It waits in your post office.");

        // when, then
        assertThatThrownBy(() -> settle(compensation(way, amount, currency, reason)))
                .hasMessageContaining(sentence);
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_SettleComment");
    }

    @Test
    void shouldOfferNothingToWhomASuspicionIsAgainst() {
        // given
        verifyAuthor(Map.of("youngAccount", "YES", "nearDuplicates", "YES", "noOtherTopics", "YES"));
        driver.complete(
                "legal",
                reference,
                "UserTask_InvestigateSuspicion",
                Map.of("conclusion", "COORDINATED", "reason", "The texts are the same."));
        planAnswer();
        write("communitymanager", "THREAD", "All parcels of today have arrived.");
        sendIt();

        // when, then
        assertThatThrownBy(() -> settle(compensation("PHONE", "25", "EUR", "Ruined.")))
                .hasMessageContaining("there is a suspicion against @angry");
    }

    @Test
    void shouldRefuseToSendWhileAnotherCaseHoldsBackTheBrand() {
        // given
        prepare("communitymanager", "THREAD", "It waits in your post office.");
        agree("legal");
        letCoolDownPass();
        String holder = starter.freeze();

        // when, then
        assertThatThrownBy(() -> send("communitymanager")).hasMessageContaining(holder + " holds back everything else");
        assertThat(last().isSent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UserTask_PlanReply, BoundaryEvent_PlanOverdue, PT10M, crisislead",
        "UserTask_AskAreaOwner, BoundaryEvent_AreaOverdue, PT20M, crisislead",
        "UserTask_WriteReply, BoundaryEvent_TextOverdue, PT15M, crisislead",
        "UserTask_AgreeToReply, BoundaryEvent_AgreementOverdue, PT10M, management",
        "UserTask_SendReply, BoundaryEvent_SendingOverdue, PT10M, crisislead",
        "UserTask_SettleComment, BoundaryEvent_SettlementOverdue, P2D, crisislead"
    })
    void shouldCallInTheNextInCommandWhenNobodyAnswers(String task, String timer, Duration after, String group) {
        // given
        bringTo(task);

        // when
        clock.advance(after);
        driver.runJob(reference, timer);

        // then
        assertThat(taskService.getIdentityLinksForTask(
                        driver.task(reference, task).getId()))
                .extracting(IdentityLink::getUserId)
                .contains(group);
        assertThat(driver.acts(reference)).contains("task.escalated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reply_plan",
                "reply_version",
                "reply_author",
                "reply_decision",
                "reply_sent",
                "reply_outcome",
                "compensation"
            })
    void shouldNeverChangeWhatWasWrittenAndDecided(String table) {
        // given
        replyOnce("It waits in your post office.");
        settle(compensation("MAIL", "5", "EUR", "The cake inside is ruined."));

        // when, then
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM firebreak." + table).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed or removed");
    }

    private void bringTo(String task) {
        verifyAuthor(Map.of());
        if (task.equals("UserTask_AskAreaOwner")) {
            driver.complete(
                    "communitymanager",
                    reference,
                    "UserTask_PlanReply",
                    Map.of("need", "ASK_AREA", "area", "Logistics", "question", "Where is it?"));
        } else if (!task.equals("UserTask_PlanReply")) {
            planAnswer();
        }
        if (List.of("UserTask_AgreeToReply", "UserTask_SendReply", "UserTask_SettleComment")
                .contains(task)) {
            write("communitymanager", "THREAD", "It waits in your post office.");
        }
        if (List.of("UserTask_SendReply", "UserTask_SettleComment").contains(task)) {
            agree("legal");
            letCoolDownPass();
        }
        if (task.equals("UserTask_SettleComment")) {
            send("communitymanager");
        }
    }

    private void verifyAuthor(Map<String, Object> seen) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "handle", "@angry",
                "place", "network.example",
                "orderMatched", false,
                "youngAccount", "UNKNOWN",
                "nearDuplicates", "UNKNOWN",
                "sharedLinkBurst", "UNKNOWN",
                "noOtherTopics", "UNKNOWN",
                "synchronousActivity", "UNKNOWN"));
        values.putAll(seen);
        driver.complete("communitymanager", reference, "UserTask_VerifyAuthor", values);
    }

    private void planAnswer() {
        driver.complete("communitymanager", reference, "UserTask_PlanReply", Map.of("need", "ANSWER"));
    }

    private void prepare(String author, String way, String text) {
        prepare(author, way, text, false);
    }

    private void prepare(String author, String way, String text, boolean apology) {
        verifyAuthor(Map.of());
        planAnswer();
        write(author, way, text, apology);
    }

    private void write(String author, String way, String text) {
        write(author, way, text, false);
    }

    private void write(String author, String way, String text, boolean apology) {
        driver.complete(author, reference, "UserTask_WriteReply", Map.of("way", way, "text", text, "apology", apology));
    }

    private void agree(String user) {
        driver.complete(
                user, reference, "UserTask_AgreeToReply", Map.of("decision", "AGREE", "sha256", last().sha256()));
    }

    private void letCoolDownPass() {
        clock.advance(CommentDriver.COOL_DOWN.plusSeconds(1));
        driver.runDueJobs(reference);
    }

    private void send(String user) {
        driver.complete(
                user,
                reference,
                "UserTask_SendReply",
                Map.of("decision", "SENT", "sha256", last().sha256(), "link", LINK));
    }

    private void sendIt() {
        agree("legal");
        clock.advance(CommentDriver.COOL_DOWN);
        driver.runDueJobs(reference);
        send("communitymanager");
    }

    private void replyOnce(String text) {
        prepare("communitymanager", "THREAD", text);
        sendIt();
    }

    private void replyTwice() {
        replyOnce("It waits in your post office.");
        answeredAgain("It is closed!", null);
        planAnswer();
        write("communitymanager", "THREAD", "It opens at two.");
        sendIt();
    }

    private void answeredAgain(String words, String newFacts) {
        Map<String, Object> values = new HashMap<>(Map.of("outcome", "ANSWERED_AGAIN", "words", words));
        values.put("newFacts", newFacts);
        settle(values);
    }

    private void settle(Map<String, Object> values) {
        driver.complete("communitymanager", reference, "UserTask_SettleComment", values);
    }

    private static Map<String, Object> compensation(String way, String amount, String currency, String reason) {
        return Map.of(
                "outcome", "CALM",
                "compensationProposed", true,
                "compensationWay", way,
                "compensationAmount", amount,
                "compensationCurrency", currency,
                "compensationReason", reason);
    }

    /** Somebody bends the process, as Cockpit and REST can. */
    private void bendTo(String activity) {
        runtimeService
                .createProcessInstanceModification(instance.getId())
                .startBeforeActivity(activity)
                .execute();
    }

    private boolean becameCrisis() {
        return (boolean) historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName("becameCrisis")
                .singleResult()
                .getValue();
    }

    private Reply last() {
        List<Reply> all = replies.of(parsed());
        return all.get(all.size() - 1);
    }

    private CaseReference parsed() {
        return CaseReference.parse(reference);
    }
}
