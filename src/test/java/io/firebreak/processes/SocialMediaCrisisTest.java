package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseActs;
import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.CaseTiming;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.Phase;
import io.firebreak.crisis.Severity;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationState;
import io.firebreak.publishing.Publishing;
import io.firebreak.reply.Replies;
import io.firebreak.statement.StatementKind;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways that a case can go through {@code SocialMediaCrisis}. */
@FirebreakTest
class SocialMediaCrisisTest {

    private static final Person LEAD = new Person(new Actor("crisislead"), Set.of(Role.CRISIS_LEAD.groupId()));

    @Autowired
    private CaseDriver driver;

    @Autowired
    private CaseActs acts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Replies replies;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    @BeforeEach
    void useEngine() {
        BpmnAwareTests.init(engine);
    }

    @Test
    void shouldLeadACrisisFromReportToClosedReview() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        ProcessInstance instance = driver.instance(reference);

        // when
        driver.contain(reference);
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "The joke was ours and it was wrong.");
        driver.approve("legal", reference);
        clock.advance(Duration.ofMinutes(16));
        driver.publish(reference);
        driver.calm(reference);
        driver.review("management", reference);

        // then
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.CLOSED);
        assertThat(driver.crisisCase(reference).outcome()).isEqualTo(CaseOutcome.REVIEWED);
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "StartEvent_IncidentReported",
                        "UserTask_AssessIncident",
                        "CallActivity_ContainCrisis",
                        "CallActivity_RespondInPublic",
                        "CallActivity_WatchReactions",
                        "CallActivity_PostCrisisReview",
                        "EndEvent_CaseClosed")
                .hasNotPassed("CallActivity_ReplyToComment");
        assertThat(driver.acts(reference))
                .containsSubsequence(
                        "incident.reported",
                        "incident.assessed",
                        "severity.decided",
                        "freeze.begun",
                        "timing.decided",
                        "lead.named",
                        "cause.investigated",
                        "posture.chosen",
                        "statement.written",
                        "statement.approved",
                        "statement.published",
                        "reactions.judged",
                        "freeze.lifted",
                        "case.closed");
        assertThat(phasesOf(reference)).containsExactly("CONTAIN", "RESPOND", "WATCH", "LEARN");
        assertThat(publishing.of(reference)).extracting(Publication::channel).containsExactly("newsroom");
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    private List<Object> phasesOf(String reference) {
        return driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals("phase.entered"))
                .map(entry -> entry.details().get("phase"))
                .toList();
    }

    @Test
    void shouldPutAnOwnSlipRightAtOnce() {
        // when
        String reference = driver.reportedOwnSlip("Typo in the price");

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
        assertThat(driver.instance(reference)).hasNotPassed("CallActivity_ContainCrisis");
        assertThat(driver.crisisCase(reference).coolDownEndsAt())
                .isEqualTo(driver.crisisCase(reference).receivedAt());
    }

    @Test
    void shouldAnswerOneCommentWithoutACrisis() {
        // when
        String reference = driver.report("One cold soup");
        driver.assess(reference, "CUSTOMER_COMPLAINT");

        // then
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S4);
        assertThat(driver.instance(reference)).isWaitingAt("CallActivity_ReplyToComment");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_VerifyAuthor");
    }

    @Test
    void shouldCloseTheCaseOfACommentThatIsAnswered() {
        // given
        String reference = driver.report("One cold soup");
        driver.assess(reference, "CUSTOMER_COMPLAINT");
        ProcessInstance instance = driver.instance(reference);

        // when
        verifyAuthor(reference);
        driver.complete("communitymanager", reference, "UserTask_PlanReply", Map.of("need", "ANSWER"));
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_WriteReply",
                Map.of("way", "THREAD", "text", "The next one is hot, and on us.", "apology", false));
        String seal = replies.of(CaseReference.parse(reference)).get(0).sha256();
        driver.complete(
                "spokesperson", reference, "UserTask_AgreeToReply", Map.of("decision", "AGREE", "sha256", seal));
        clock.advance(Duration.ofMinutes(30));
        driver.runDueJobs(reference);
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_SendReply",
                Map.of("decision", "SENT", "sha256", seal, "link", "https://network.example/post/1#reply"));
        driver.complete("communitymanager", reference, "UserTask_SettleComment", Map.of("outcome", "CALM"));

        // then
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "CallActivity_ReplyToComment", "ServiceTask_CloseAnswered", "EndEvent_CommentAnswered")
                .hasNotPassed("CallActivity_ContainCrisis", "CallActivity_PostCrisisReview");
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.CLOSED);
        assertThat(driver.crisisCase(reference).outcome()).isEqualTo(CaseOutcome.ANSWERED);
        assertThat(driver.acts(reference)).containsSubsequence("reply.sent", "comment.settled", "case.closed");
        assertThat(publishing.of(reference)).isEmpty();
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    @Test
    void shouldContainWhatTurnsOutToBeMoreThanAComment() {
        // given
        String reference = driver.report("One cold soup");
        driver.assess(reference, "CUSTOMER_COMPLAINT");
        verifyAuthor(reference);

        // when
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_PlanReply",
                Map.of("need", "CRISIS", "severity", "S2", "reason", "Two hundred people say the same."));
        driver.runDueJobs(reference);

        // then
        assertThat(driver.instance(reference)).isWaitingAt("CallActivity_ContainCrisis");
        assertThat(driver.instance(reference, "ReplyToComment")).isNull();
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.CONTAIN);
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S2);
        assertThat(driver.acts(reference)).containsSubsequence("severity.raised", "comment.becameCrisis");
        assertThat(driver.openTasks(reference))
                .containsExactlyInAnyOrder("UserTask_NameLead", "UserTask_WriteHoldingStatement");
    }

    private void verifyAuthor(String reference) {
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_VerifyAuthor",
                Map.of(
                        "handle", "@angry",
                        "place", "network.example",
                        "orderMatched", true,
                        "orderNumber", "4711",
                        "youngAccount", "UNKNOWN",
                        "nearDuplicates", "UNKNOWN",
                        "sharedLinkBurst", "UNKNOWN",
                        "noOtherTopics", "UNKNOWN",
                        "synchronousActivity", "UNKNOWN"));
    }

    @Test
    void shouldDecideSeverityAndTimesByTheTables() {
        // when
        String reference = driver.reportedDanger("Glass in the yoghurt");

        // then
        CrisisCase decided = driver.crisisCase(reference);
        assertThat(decided.severity()).isEqualTo(Severity.S1);
        assertThat(decided.timing())
                .isEqualTo(new CaseTiming(
                        decided.receivedAt(),
                        decided.receivedAt().plus(Duration.ofMinutes(15)),
                        decided.receivedAt().plus(Duration.ofHours(2)),
                        Duration.ofMinutes(30),
                        Duration.ofDays(1),
                        20));
        assertThat(driver.instance(reference)).variables().containsEntry("severity", "S1");
    }

    @Test
    void shouldTakeTheSeverityThatAPersonConfirms() {
        // given
        String reference = driver.report("Angry about the queue");

        // when
        assess(reference, Map.of("severity", "S2"));

        // then
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S2);
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_NameLead");
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("severity.decided"))
                .extracting(LedgerEntry::sentence)
                .containsExactly("The severity is S2; the table advised S4.");
    }

    @Test
    void shouldRefuseALesserSeverityWithoutAReason() {
        // given
        String reference = driver.report("Glass in the yoghurt");

        // when, then
        assertThatThrownBy(() -> assess(reference, Map.of("safetyRisk", true, "severity", "S3")))
                .hasMessageContaining("The table advises S1; to take it less gravely, as S3, please say why.");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_AssessIncident");

        // when
        assess(reference, Map.of("safetyRisk", true, "severity", "S3", "severityReason", "A hoax of last year."));

        // then
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S3);
    }

    private void assess(String reference, Map<String, Object> answers) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "category", "HOSTILE_DISPUTE", "spread", "STEADY", "negativeSharePercent", 10, "safetyRisk", false));
        all.putAll(answers);
        driver.complete("communitymanager", reference, "UserTask_AssessIncident", all);
    }

    @Test
    void shouldNotPublishBeforeTheCoolDownIsOver() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "We heard you.");

        // when
        driver.approve("crisislead", reference);
        driver.publish(reference);

        // then
        assertThat(driver.jobsAt(reference, "CatchEvent_CoolDownOver")).hasSize(1);
        assertThat(publishing.of(reference)).isEmpty();
    }

    @Test
    void shouldPublishAtOnceWhenTwoPeopleEndTheCoolDown() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "We heard you.");
        driver.approve("crisislead", reference);

        // when
        act(acts -> acts.askToEndCoolDown(CaseReference.parse(reference), "Somebody gets hurt.", LEAD));
        driver.complete("management", reference, "UserTask_AgreeToEndCoolDown", Map.of("agreed", true));
        driver.publish(reference);

        // then
        assertThat(publishing.of(reference)).extracting(Publication::state).containsExactly(PublicationState.SENT);
    }

    @Test
    void shouldBeginTheResponseAnewWhenNewFactsChangeIt() {
        // given an approved text that is not public yet
        String reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "It was an accident.");
        driver.approve("legal", reference);

        // when
        driver.changeResponse(reference);

        // then
        assertThat(driver.openTasks(reference))
                .contains("UserTask_ChoosePosture")
                .doesNotContain("UserTask_WriteStatement");
        clock.advance(Duration.ofMinutes(30));
        driver.publish(reference);
        assertThat(publishing.of(reference)).isEmpty();

        // when
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "It was one of us.");
        driver.approve("legal", reference);
        driver.publish(reference);

        // then
        assertThat(publishing.of(reference)).singleElement().satisfies(publication -> {
            assertThat(publication.state()).isEqualTo(PublicationState.SENT);
            assertThat(publication.number()).isEqualTo(2);
        });
    }

    @Test
    void shouldRespondAgainWhenFactsChangeWhileItIsWatchedOrReviewed() {
        // given
        String reference = published("Wrong date");

        // when
        driver.changeResponse(reference);

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.RESPOND);

        // given
        driver.correct("spokesperson", reference, "Until Monday.");
        driver.approve("legal", reference);
        driver.publish(reference);
        driver.calm(reference);

        // when
        driver.changeResponse(reference);

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
    }

    private String published(String title) {
        String reference = driver.reportedOwnSlip(title);
        driver.write("spokesperson", reference, "Until Friday.");
        driver.approve("legal", reference);
        driver.publish(reference);
        return reference;
    }

    private void act(Consumer<CaseActs> act) {
        transaction.executeWithoutResult(status -> act.accept(acts));
    }

    @Test
    void shouldRespondAgainWhenTheStormGrows() {
        // given
        String reference = published("Wrong date");
        driver.count(reference, 10, 60);
        driver.count(reference, 100, 60);

        // when
        driver.runJob(reference, "CatchEvent_NextLookDue");

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
        assertThat(driver.acts(reference)).contains("reactions.judged");
    }

    @Test
    void shouldRefuseAFalseAlarmOnceSomethingIsPublic() {
        // given
        String reference = published("Wrong date");

        // when, then
        assertThatThrownBy(() -> act(acts -> acts.callFalseAlarm(CaseReference.parse(reference), "Nothing.", LEAD)))
                .hasMessageContaining("please rectify it in public instead");
        assertThat(driver.instance(reference)).isNotNull();
    }

    @Test
    void shouldRefuseAFalseAlarmOnceSomethingOfAMergedCaseIsPublic() {
        // given
        String merged = driver.reportAbout("A brand with two", "Wrong date");
        driver.assess(merged, "OWN_SLIP");
        driver.write("spokesperson", merged, "Until Friday.");
        driver.approve("legal", merged);
        driver.publish(merged);
        String into = driver.reportedOffence("A brand with two", "A joke that hurts");
        act(acts -> acts.merge(CaseReference.parse(merged), CaseReference.parse(into), "The same.", LEAD));

        // when, then
        assertThatThrownBy(() -> act(acts -> acts.callFalseAlarm(CaseReference.parse(into), "Nothing.", LEAD)))
                .hasMessageContaining("please rectify it in public instead");
    }

    @Test
    void shouldLeaveOutAHoldingStatementThatTheStatementOvertakes() {
        // given both approved within the cool-down
        String reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteHoldingStatement",
                Map.of(
                        "language",
                        "en",
                        "title",
                        "What we know",
                        "knownFacts",
                        "It was a post.",
                        "beingChecked",
                        "Who wrote it.",
                        "nextWordAt",
                        clock.instant().plus(Duration.ofHours(2)).toString()));
        driver.approve("legal", reference, StatementKind.HOLDING);
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "It was ours and it was wrong.");
        driver.approve("legal", reference, StatementKind.STATEMENT);

        // when
        clock.advance(Duration.ofMinutes(16));
        driver.publish(reference);
        driver.publish(reference);

        // then
        assertThat(publishing.of(reference))
                .filteredOn(publication -> publication.state() == PublicationState.SENT)
                .extracting(Publication::kind)
                .contains(StatementKind.STATEMENT);
        assertThat(driver.openTasks(reference)).isEmpty();
        driver.calm(reference);
        driver.review("management", reference);
        clock.advance(Duration.ofHours(3));
        driver.runDueJobs(reference);
        assertThat(driver.instance(reference)).isNull();
    }

    @Test
    void shouldCarryOutMeasuresAfterTheCaseIsClosed() {
        // given
        String reference = published("Wrong date");
        driver.calm(reference);
        String due = clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(20)
                .toString();

        // when
        driver.complete(
                "management",
                reference,
                "UserTask_ReviewCrisis",
                Map.of(
                        "correctionNeeded",
                        false,
                        "lessons",
                        """
                        [{"area": "PEOPLE", "finding": "Nobody checks dates.", "measure":
                          {"title": "A second reader for dates", "owner": "communitymanager2", "dueOn": "%s"}}]
                        """
                                .formatted(due)));

        // then
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.CLOSED);
        assertThat(driver.task(reference, "UserTask_CarryOutMeasure").getAssignee())
                .isEqualTo("communitymanager2");
    }

    @Test
    void shouldSendAStatementBackWithComments() {
        // given
        String reference = driver.reportedOwnSlip("Typo in the price");
        driver.write("spokesperson", reference, "Price is wrong.");
        String first = driver.latestVersion(reference).sha256();

        // when
        driver.complete(
                "legal",
                reference,
                "UserTask_ApproveStatement",
                Map.of("decision", "SEND_BACK", "comments", "Say which price.", "sha256", first));

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
        assertThat(driver.latestVersion(reference).decision().comments()).isEqualTo("Say which price.");
        driver.write("spokesperson2", reference, "The price of the red box is 9 euros.");
        assertThat(driver.latestVersion(reference).authors())
                .containsExactlyInAnyOrder("spokesperson", "spokesperson2");
    }

    @Test
    void shouldCorrectAPublishedStatementInPublic() {
        // given
        String reference = driver.reportedOwnSlip("Wrong date");
        driver.write("spokesperson", reference, "Until Friday.");
        driver.approve("legal", reference);
        driver.publish(reference);
        driver.calm(reference);

        // when
        driver.complete(
                "management",
                reference,
                "UserTask_ReviewCrisis",
                Map.of("correctionNeeded", true, "correctionReason", "It is Monday."));
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
                        "Until Monday.",
                        "correctionNote",
                        "The date was wrong."));
        driver.approve("crisislead", reference);
        driver.publish(reference);
        driver.calm(reference);

        // then
        assertThat(publishing.of(reference)).hasSize(2);
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_ReviewCrisis");
        assertThat(driver.acts(reference)).contains("correction.asked");
    }

    @Test
    void shouldDemandToSayWhatACorrectionCorrects() {
        // given
        String reference = driver.reportedOwnSlip("Wrong town");
        driver.write("spokesperson", reference, "In Krakow.");
        driver.approve("legal", reference);
        driver.publish(reference);
        driver.calm(reference);
        driver.complete(
                "management",
                reference,
                "UserTask_ReviewCrisis",
                Map.of("correctionNeeded", true, "correctionReason", "It is Warsaw."));

        // when, then
        assertThatThrownBy(() -> driver.write("spokesperson", reference, "In Warsaw."))
                .hasMessageContaining("What is corrected is missing");
    }

    @Test
    void shouldCallInTheNextInCommandWhenNobodyAssesses() {
        // given
        String reference = driver.report("Saturday night");
        String taskId = driver.task(reference, "UserTask_AssessIncident").getId();

        // when
        clock.advance(Duration.ofMinutes(10));
        driver.runJob(reference, "BoundaryEvent_AssessmentOverdue");

        // then
        assertThat(driver.task(reference, "UserTask_AssessIncident").getId()).isEqualTo(taskId);
        assertThat(taskService.getIdentityLinksForTask(taskId))
                .extracting(IdentityLink::getUserId)
                .contains("management", "management2");
        assertThat(driver.acts(reference)).contains("task.escalated");
        driver.complete(
                "management",
                reference,
                "UserTask_AssessIncident",
                Map.of("category", "SUDDEN_SPIKE", "spread", "HIGH", "negativeSharePercent", 50, "safetyRisk", false));
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_NameLead");
    }

    @Test
    void shouldCallInTheNextInCommandWhenNobodyApproves() {
        // given
        String reference = driver.reportedOwnSlip("Wrong photo");
        driver.write("spokesperson", reference, "That was the wrong photo.");

        // when
        clock.advance(Duration.ofMinutes(20));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");

        // then
        driver.approve("management", reference);
        assertThat(driver.openTasks(reference)).isEmpty();
        assertThat(driver.latestVersion(reference).decision().decidedBy()).isEqualTo("management");
    }

    @Test
    void shouldMoveATaskOnWhoseHolderDoesNotAnswer() {
        // given
        String reference = driver.reportedOwnSlip("Claimed and forgotten");
        driver.write("spokesperson", reference, "Text.");
        String taskId = driver.task(reference, "UserTask_ApproveStatement").getId();
        driver.as("legal", () -> {
            taskService.claim(taskId, "legal");
            return null;
        });

        // when
        clock.advance(Duration.ofMinutes(20));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");

        // then
        assertThat(driver.task(reference, "UserTask_ApproveStatement").getId()).isEqualTo(taskId);
        assertThat(driver.task(reference, "UserTask_ApproveStatement").getAssignee())
                .isNull();
        driver.approve("management", reference);
        assertThat(driver.latestVersion(reference).decision().decidedBy()).isEqualTo("management");
    }

    @Test
    void shouldNotTakeSilenceForAnAnswerAboutDanger() {
        // given
        String reference = driver.report("Nobody said whether it is dangerous");

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "communitymanager",
                        reference,
                        "UserTask_AssessIncident",
                        Map.of("category", "OWN_SLIP", "spread", "STEADY", "negativeSharePercent", 10)))
                .hasMessageContaining("Whether people or data are in danger is not answered");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_AssessIncident");
    }

    @Test
    void shouldTellWhoeverWritesAThirdApologyAtOnce() {
        // given two apologies that are public
        String reference = driver.reportedOwnSlip("Sorry twice");
        apologise(reference);
        askForCorrection(reference);
        apologise(reference);
        askForCorrection(reference);

        // when, then
        assertThatThrownBy(() -> writeApology(reference)).hasMessageContaining("This case has apologised twice");
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of("language", "en", "title", "Facts", "body", "Facts.", "correctionNote", "Facts."));
        driver.approve("legal", reference);
        driver.publish(reference);
        assertThat(publishing.of(reference)).hasSize(3);
    }

    private void apologise(String reference) {
        writeApology(reference);
        driver.approve("legal", reference);
        driver.publish(reference);
        driver.calm(reference);
    }

    private void writeApology(String reference) {
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                Map.of(
                        "language",
                        "en",
                        "title",
                        "Sorry",
                        "body",
                        "Sorry.",
                        "apology",
                        true,
                        "correctionNote",
                        "Again."));
    }

    private void askForCorrection(String reference) {
        driver.complete(
                "management",
                reference,
                "UserTask_ReviewCrisis",
                Map.of("correctionNeeded", true, "correctionReason", "Something is missing."));
    }

    @Test
    void shouldRemindAgainAndAgainWhileATaskWaits() {
        // given
        String reference = driver.report("Nobody looks");

        // when
        for (int reminder = 0; reminder < 3; reminder++) {
            clock.advance(Duration.ofMinutes(5));
            driver.runDueJobs(reference);
        }

        // then
        assertThat(driver.acts(reference)).filteredOn("task.reminded"::equals).hasSize(3);
    }

    @Test
    void shouldGiveEveryTaskADueDate() {
        // given
        String reference = driver.report("Due dates");

        // when, then
        assertThat(driver.task(reference, "UserTask_AssessIncident")
                        .getDueDate()
                        .toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        driver.assess(reference, "OWN_SLIP");
        assertThat(driver.task(reference, "UserTask_WriteStatement")
                        .getDueDate()
                        .toInstant())
                .isEqualTo(driver.crisisCase(reference).statementDueAt());
        driver.write("spokesperson", reference, "Text.");
        assertThat(driver.task(reference, "UserTask_ApproveStatement")
                        .getDueDate()
                        .toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(20)));
        driver.approve("legal", reference);
        driver.publish(reference);
        driver.calm(reference);
        assertThat(driver.task(reference, "UserTask_ReviewCrisis").getDueDate().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void shouldRefuseToPublishWhatNobodyApproved() {
        // given an administrator who moves the token past the approval
        String reference = driver.reportedOwnSlip("Bent process");
        driver.write("spokesperson", reference, "Never approved.");
        driver.as("admin", () -> {
            runtimeService
                    .createProcessInstanceModification(
                            driver.instance(reference, "RespondInPublic").getId())
                    .cancelAllForActivity("CallActivity_StatementApproval")
                    .startBeforeActivity("CallActivity_PublishStatement")
                    .execute();
            return null;
        });

        // when
        assertThatThrownBy(() -> driver.runJob(reference, "ServiceTask_QueueForStaff"))
                .hasMessageContaining("Version 1 of the statement is not approved.");

        // then
        assertThat(publishing.of(reference)).isEmpty();
        assertThat(driver.ledger(reference))
                .extracting(LedgerEntry::type, LedgerEntry::reason)
                .contains(tuple("publication.refused", "Version 1 of the statement is not approved."));
        assertThat(driver.acts(reference)).contains("task.removed", "engine.operation");
    }
}
