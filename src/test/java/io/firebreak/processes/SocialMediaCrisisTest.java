package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import io.firebreak.crisis.Phase;
import io.firebreak.crisis.Severity;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.Publishing;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.Map;
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

/** The ways that a case can go through {@code SocialMediaCrisis}. */
@FirebreakTest
class SocialMediaCrisisTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Publishing publishing;

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
    void shouldLeadACaseFromReportToClosedReview() {
        // given
        String reference = driver.report("A parcel of broken bottles");
        ProcessInstance instance = driver.instance(reference);

        // when
        driver.assess(reference, "PRODUCT_QUALITY");
        driver.write("spokesperson", reference, "The bottles broke. We replace them until Friday.");
        driver.approve("legal", reference);
        clock.advance(Duration.ofMinutes(21));
        driver.publish(reference);
        driver.review("management", reference);

        // then
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.CLOSED);
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "StartEvent_IncidentReported",
                        "UserTask_AssessIncident",
                        "UserTask_WriteStatement",
                        "UserTask_ApproveStatement",
                        "CallActivity_PublishStatement",
                        "UserTask_ReviewCrisis",
                        "EndEvent_CaseClosed");
        assertThat(driver.acts(reference))
                .containsSubsequence(
                        "incident.reported",
                        "incident.assessed",
                        "severity.decided",
                        "timing.decided",
                        "statement.written",
                        "statement.approved",
                        "statement.published",
                        "crisis.reviewed",
                        "case.closed");
        assertThat(publishing.of(reference)).extracting(Publication::channel).containsExactly("newsroom");
    }

    @Test
    void shouldDecideSeverityAndTimesByTheTables() {
        // given
        String reference = driver.report("Glass in the yoghurt");

        // when
        driver.complete(
                "crisislead",
                reference,
                "UserTask_AssessIncident",
                Map.of(
                        "category",
                        "PRODUCT_QUALITY",
                        "spread",
                        "HIGH",
                        "negativeSharePercent",
                        70,
                        "safetyRisk",
                        true));

        // then
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S1);
        assertThat(driver.crisisCase(reference).coolDownEndsAt())
                .isEqualTo(driver.crisisCase(reference).receivedAt());
        assertThat(driver.task(reference, "UserTask_WriteStatement")
                        .getDueDate()
                        .toInstant())
                .isEqualTo(driver.crisisCase(reference).statementDueAt());
        assertThat(driver.instance(reference)).variables().containsEntry("severity", "S1");
    }

    @Test
    void shouldNotPublishBeforeTheCoolDownIsOver() {
        // given
        String reference = driver.report("Angry about the queue");
        driver.assess(reference, "CUSTOMER_COMPLAINT");
        driver.write("spokesperson", reference, "We heard you.");

        // when
        driver.approve("crisislead", reference);
        driver.publish(reference);

        // then
        assertThat(driver.instance(reference)).isWaitingAt("CatchEvent_CoolDownOver");
        assertThat(publishing.of(reference)).isEmpty();
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
                .extracting(IdentityLink::getGroupId)
                .contains("management", "communitymanager");
        assertThat(driver.acts(reference)).contains("task.escalated");
        driver.complete(
                "management",
                reference,
                "UserTask_AssessIncident",
                Map.of("category", "SUDDEN_SPIKE", "spread", "HIGH", "negativeSharePercent", 50, "safetyRisk", false));
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
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
                            driver.instance(reference).getId())
                    .cancelAllForActivity("UserTask_ApproveStatement")
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
