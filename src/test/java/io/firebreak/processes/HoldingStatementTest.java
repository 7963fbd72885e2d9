package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.Publishing;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.Statements;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The word before the statement, its promise, and what becomes of it. */
@FirebreakTest
class HoldingStatementTest {

    private static final String WRITE = "UserTask_WriteHoldingStatement";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private Publishing publishing;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private TaskService taskService;

    private String reference;
    private String instance;

    @BeforeEach
    void start() {
        reference = driver.reportedDanger("Glass in the yoghurt");
        instance = driver.startAlone(reference, "HoldingStatement", Map.of());
    }

    @Test
    void shouldSayWhatIsKnownAndPromiseTheNextWord() {
        // given
        assertThat(driver.task(reference, WRITE).getDueDate().toInstant())
                .isEqualTo(driver.crisisCase(reference).timing().holdingStatementDueAt());
        Instant promised = clock.instant().plus(Duration.ofHours(4));

        // when
        write(promised);
        driver.approve("legal", reference, StatementKind.HOLDING);
        driver.publish(reference);

        // then
        var version = driver.latestVersion(reference, StatementKind.HOLDING);
        assertThat(version.text().body())
                .startsWith("Some glasses broke.\n\nWe check which batches.\n\nWe will say more by ");
        assertThat(version.text().apology()).isFalse();
        assertThat(publishing.of(reference)).singleElement().satisfies(publication -> {
            assertThat(publication.kind()).isEqualTo(StatementKind.HOLDING);
            assertThat(publication.channel()).isEqualTo("newsroom");
        });
        assertThat(driver.acts(reference))
                .containsSubsequence(
                        "holding.written",
                        "holding.approved",
                        "holding.promised",
                        "holding.queued",
                        "holding.published");
        assertThat(timerAt("CatchEvent_NextWordNearlyDue")).isEqualTo(promised.minus(Duration.ofMinutes(15)));
    }

    @Test
    void shouldComeBackWithCommentsAsTheNextVersionOfTheSameText() {
        // given
        write(inHours(4));

        // when
        driver.sendBack("legal", reference, StatementKind.HOLDING, "Which product?");

        // then
        assertThat(driver.openTasks(reference)).containsExactly(WRITE);
        write(inHours(5));
        driver.approve("crisislead", reference, StatementKind.HOLDING);
        assertThat(statements.of(reference)).hasSize(1);
        assertThat(driver.latestVersion(reference, StatementKind.HOLDING).number())
                .isEqualTo(2);
    }

    @Test
    void shouldRefuseAPromiseThatIsPastOrTooFarAwayAndAllElseThatIsMissing() {
        assertThatThrownBy(() -> write(clock.instant())).hasMessageContaining("must come in the future");
        assertThatThrownBy(() -> write(inHours(25))).hasMessageContaining("in more than 24 hours");
        assertThatThrownBy(() -> driver.complete(
                        "spokesperson", reference, WRITE, Map.of("language", "en", "nextWordAt", "tomorrow")))
                .hasMessageContaining("What is known is missing")
                .hasMessageContaining("What is being checked is missing")
                .hasMessageContaining("When the next word comes is missing or unreadable")
                .hasMessageContaining("The title is missing");
        assertThat(statements.of(reference)).isEmpty();
    }

    @Test
    void shouldRefuseToApproveAPromiseThatHasPassedMeanwhile() {
        // given
        write(clock.instant().plus(Duration.ofMinutes(10)));

        // when
        clock.advance(Duration.ofMinutes(11));

        // then
        assertThatThrownBy(() -> driver.approve("legal", reference, StatementKind.HOLDING))
                .hasMessageContaining("The moment that this text promises has passed");
    }

    @Test
    void shouldMissTheFirstWordAndCallInTheNextInCommand() {
        // given
        String task = driver.task(reference, WRITE).getId();

        // when
        clock.advance(Duration.ofMinutes(16));
        driver.runJob(reference, "BoundaryEvent_PromiseMissed");

        // then
        assertThat(driver.task(reference, WRITE).getId()).isEqualTo(task);
        assertThat(taskService.getIdentityLinksForTask(task))
                .extracting(IdentityLink::getUserId)
                .contains("crisislead");
        assertThat(sentences("promise.missed")).singleElement().asString().contains("The holding statement was due at");
        assertThat(driver.acts(reference)).contains("task.escalated");
    }

    @Test
    void shouldCallInTheNextInCommandForTheApprovalWhereThatIsWhatWaits() {
        // given
        write(inHours(4));
        String task = driver.task(reference, "UserTask_ApproveStatement").getId();

        // when
        clock.advance(Duration.ofMinutes(16));
        driver.runJob(reference, "BoundaryEvent_PromiseMissed");

        // then
        assertThat(taskService.getIdentityLinksForTask(task))
                .extracting(IdentityLink::getUserId)
                .contains("management");
    }

    @Test
    void shouldCallOneChainOfCommandForOneTask() {
        // given
        write(inHours(4));
        clock.advance(Duration.ofMinutes(16));
        driver.runJob(reference, "BoundaryEvent_PromiseMissed");

        // when
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");

        // then
        assertThat(driver.acts(reference)).containsOnlyOnce("task.escalated");
        driver.approve("management", reference, StatementKind.HOLDING);
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    @Test
    void shouldCallInTheNextInCommandWhenNobodyApproves() {
        // given
        write(inHours(4));

        // when
        clock.advance(Duration.ofMinutes(10));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");

        // then
        driver.approve("management", reference, StatementKind.HOLDING);
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    @Test
    void shouldAskForTheNextWordAndKeepThePromiseWithATextOfItsOwn() {
        // given
        giveWord(inHours(2));

        // when
        clock.advance(Duration.ofMinutes(106));
        driver.runJob(reference, "CatchEvent_NextWordNearlyDue");
        assertThat(driver.openTasks(reference)).containsExactly(WRITE);
        giveWord(inHours(3));

        // then
        assertThat(statements.of(reference)).hasSize(2);
        assertThat(publishing.of(reference)).extracting(Publication::number).containsExactly(1, 1);
        assertThat(publishing.of(reference)).extracting(Publication::url).doesNotHaveDuplicates();
        assertThat(driver.acts(reference)).containsOnlyOnce("promise.kept").doesNotContain("promise.missed");
    }

    @Test
    void shouldMissThePromiseWhenTheNextWordIsLate() {
        // given
        giveWord(inHours(2));
        clock.advance(Duration.ofMinutes(106));
        driver.runJob(reference, "CatchEvent_NextWordNearlyDue");

        // when
        clock.advance(Duration.ofMinutes(15));
        driver.runJob(reference, "BoundaryEvent_PromiseMissed");
        giveWord(inHours(3));

        // then
        assertThat(sentences("promise.missed")).singleElement().asString().contains("nothing was said by then");
        assertThat(driver.acts(reference)).doesNotContain("promise.kept");
    }

    @Test
    void shouldEndWithTheStatementThatKeepsThePromise() {
        // given
        giveWord(inHours(2));

        // when
        publishStatement();
        clock.advance(Duration.ofMinutes(106));
        driver.runJob(reference, "CatchEvent_NextWordNearlyDue");

        // then
        assertThat(passed()).contains("EndEvent_PromiseKept");
        assertThat(running()).isZero();
        assertThat(driver.acts(reference)).containsOnlyOnce("promise.kept");
    }

    @Test
    void shouldReleaseWhoeverStillWritesWhenTheStatementGoesOut() {
        // given
        assertThat(driver.openTasks(reference)).contains(WRITE);

        // when
        publishStatement();

        // then
        assertThat(driver.openTasks(reference)).doesNotContain(WRITE);
        assertThat(passed()).contains("EndEvent_WordGivenByStatement");
        assertThat(running()).isZero();
    }

    @Test
    void shouldWaitForTheCoolDown() {
        // given a case with a pause
        reference = driver.report("Angry about the queue");
        driver.assess(reference, "CUSTOMER_COMPLAINT");
        instance = driver.startAlone(reference, "HoldingStatement", Map.of());

        // when
        write(inHours(4));
        driver.approve("legal", reference, StatementKind.HOLDING);
        driver.publish(reference);

        // then
        assertThat(publishing.of(reference)).isEmpty();
        clock.advance(Duration.ofMinutes(21));
        driver.publish(reference);
        assertThat(publishing.of(reference)).hasSize(1);
    }

    /** The answer itself, by its own process beside this one. */
    private void publishStatement() {
        runtimeService.startProcessInstanceByKey(
                "RespondInPublic", reference, new HashMap<>(Map.of("caseReference", reference, "severity", "S1")));
        driver.complete(
                "crisislead",
                reference,
                "UserTask_ChoosePosture",
                Map.of("posture", "INFORM", "reason", "Nobody was hurt."));
        driver.write("spokesperson", reference, "Bring it back to the shop.");
        driver.approve("legal", reference);
        driver.publish(reference);
    }

    private void giveWord(Instant promised) {
        write(promised);
        driver.approve("legal", reference, StatementKind.HOLDING);
        driver.publish(reference);
    }

    private void write(Instant promised) {
        driver.complete(
                "spokesperson",
                reference,
                WRITE,
                Map.of(
                        "language", "en",
                        "title", "Glass in yoghurt",
                        "knownFacts", "Some glasses broke.",
                        "beingChecked", "We check which batches.",
                        "nextWordAt", promised.toString()));
    }

    private Instant inHours(long hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    private Instant timerAt(String activity) {
        return managementService
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private List<String> sentences(String type) {
        return driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals(type))
                .map(LedgerEntry::sentence)
                .toList();
    }

    private List<String> passed() {
        return historyService
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .finished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private long running() {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .count();
    }
}
