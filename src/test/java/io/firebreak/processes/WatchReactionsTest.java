package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.CaseTiming;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.reaction.NewCount;
import io.firebreak.reaction.ReactionSource;
import io.firebreak.reaction.Reactions;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways through {@code WatchReactions}. */
@FirebreakTest
class WatchReactionsTest {

    private static final String NEXT_LOOK = "CatchEvent_NextLookDue";
    private static final String COUNT = "UserTask_CountReactions";
    private static final String JUDGE = "UserTask_JudgeReactions";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Reactions reactions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private TaskService taskService;

    private String reference;
    private CaseTiming timing;
    private ProcessInstance watch;

    @BeforeEach
    void watchACase() {
        BpmnAwareTests.init(engine);
        reference = driver.reportedOwnSlip("A cracked kettle");
        timing = driver.crisisCase(reference).timing();
        watch = driver.start("WatchReactions", reference, Map.of());
    }

    @Test
    void shouldLookAtTheIntervalOfTheCase() {
        // when
        Job look = managementService
                .createJobQuery()
                .processInstanceId(watch.getId())
                .activityId(NEXT_LOOK)
                .singleResult();

        // then
        assertThat(look.getDuedate().toInstant()).isEqualTo(clock.instant().plus(timing.watchInterval()));
        assertThat(driver.openTasks(reference)).doesNotContain(COUNT, JUDGE);
    }

    @Test
    void shouldEndWhenItHasBeenCalmForTheCalmPeriod() {
        // given
        deliver(Duration.ofHours(1), 1_000, 80);
        deliver(timing.calmPeriod(), 10, 20);

        // when
        driver.runJob(reference, NEXT_LOOK);

        // then
        assertThat(watch).isEnded().hasPassed("EndEvent_Calm").hasNotPassed(COUNT, JUDGE, "EndEvent_ResponseNeeded");
        assertThat(respondAgain()).isEqualTo(false);
        assertThat(judgements())
                .extracting(LedgerEntry::sentence, LedgerEntry::actor)
                .containsExactly(tuple("It is calm: the calm period has passed.", "firebreak"));
        assertThat(judgements().get(0).reason()).contains("down for the whole calm period");
        assertThat(judgements().get(0).details()).containsEntry("verdict", "CALM");
    }

    @Test
    void shouldAskForAnotherAnswerWhenItGrows() {
        // given
        deliver(Duration.ofHours(1), 100, 50);
        deliver(Duration.ofHours(1), 120, 40);

        // when
        driver.runJob(reference, NEXT_LOOK);

        // then
        assertThat(watch).isEnded().hasPassed("EndEvent_ResponseNeeded").hasNotPassed("EndEvent_Calm");
        assertThat(respondAgain()).isEqualTo(true);
        assertThat(judgements())
                .extracting(LedgerEntry::sentence)
                .containsExactly("The reactions grow: the case goes back to responding.");
    }

    @Test
    void shouldWatchOnWhileItSettles() {
        // given
        deliver(Duration.ofHours(1), 1_000, 80);
        deliver(Duration.ofHours(1), 500, 80);

        // when
        driver.runJob(reference, NEXT_LOOK);

        // then
        assertThat(watch).isWaitingAt(NEXT_LOOK);
        assertThat(judgements())
                .extracting(LedgerEntry::sentence)
                .containsExactly("The reactions settle; they are watched on.");

        // and it looks again
        deliver(timing.watchInterval(), 9_000_000, 90);
        driver.runJob(reference, NEXT_LOOK);
        assertThat(watch).isEnded().hasPassed("EndEvent_ResponseNeeded");
    }

    @Test
    void shouldHaveAPersonCountWhatNoToolDelivered() {
        // given
        driver.runJob(reference, NEXT_LOOK);
        assertThat(watch).isWaitingAt(COUNT);

        // when
        count("communitymanager", Duration.ofHours(1), 40, 30);

        // then
        assertThat(watch).isWaitingAt(NEXT_LOOK);
        assertThat(driver.ledger(reference))
                .extracting(LedgerEntry::type, LedgerEntry::actor)
                .containsSubsequence(
                        tuple("reactions.judged", "firebreak"),
                        tuple("reactions.counted", "communitymanager"),
                        tuple("reactions.judged", "firebreak"));
        assertThat(reactions.of(CaseReference.parse(reference)).points())
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.count().mentions()).isEqualTo(40);
                    assertThat(point.count().source()).isEqualTo(ReactionSource.FORM);
                });
    }

    @Test
    void shouldAskAgainWhenTheLastCountIsOld() {
        // given
        deliver(Duration.ofHours(1), 100, 50);
        clock.advance(timing.watchInterval().plusMinutes(1));

        // when
        driver.runJob(reference, NEXT_LOOK);

        // then
        assertThat(watch).isWaitingAt(COUNT);
        assertThat(judgements())
                .extracting(LedgerEntry::sentence)
                .containsExactly("Nobody has counted the reactions since the last look.");
    }

    @Test
    void shouldRefuseACountThatTellsNothingAboutNow() {
        // given
        driver.runJob(reference, NEXT_LOOK);
        Instant longAgo = clock.instant().minus(timing.watchInterval().multipliedBy(3));

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "communitymanager",
                        reference,
                        COUNT,
                        Map.of(
                                "from",
                                longAgo.minusSeconds(3_600).toString(),
                                "to",
                                longAgo.toString(),
                                "mentions",
                                5,
                                "negativeSharePercent",
                                5)))
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessageContaining("ends too long ago"));
        assertThat(reactions.of(CaseReference.parse(reference)).points()).isEmpty();
        assertThat(watch).isWaitingAt(COUNT);
    }

    @Test
    void shouldNotNeedAPersonWhenAToolDeliversInTheMeantime() {
        // given
        driver.runJob(reference, NEXT_LOOK);
        assertThat(watch).isWaitingAt(COUNT);

        // when
        deliver(Duration.ofHours(1), 100, 50);

        // then
        assertThat(watch).isWaitingAt(NEXT_LOOK);
        assertThat(driver.openTasks(reference)).doesNotContain(COUNT);
        assertThat(driver.acts(reference)).containsSubsequence("task.created", "reactions.counted", "task.removed");
    }

    @Test
    void shouldNotBeDisturbedByCountsThatComeWhileAPersonJudges() {
        // given
        deliver(Duration.ofHours(1), 100, 10);
        deliver(Duration.ofHours(1), 150, 10);
        driver.runJob(reference, NEXT_LOOK);
        assertThat(watch).isWaitingAt(JUDGE);

        // when
        deliver(Duration.ofHours(1), 200, 90);
        deliver(Duration.ofHours(1), 300, 90);

        // then
        assertThat(watch).isWaitingAt(JUDGE);
        assertThat(reactions.of(CaseReference.parse(reference)).points()).hasSize(4);
    }

    @Test
    void shouldDoWhatAPersonSaysWhereNumbersDoNotDecide() {
        // given
        askForJudgement();

        // when
        judge("KEEP_WATCHING");

        // then
        assertThat(watch).isWaitingAt(NEXT_LOOK);
        assertThat(judgements())
                .extracting(LedgerEntry::actor, LedgerEntry::sentence, LedgerEntry::reason)
                .contains(tuple(
                        "management",
                        "management judges the reactions: they are watched on.",
                        "I read fifty of them."));
    }

    @Test
    void shouldRespondAgainWhenAPersonSaysSo() {
        // given
        askForJudgement();

        // when
        judge("RESPOND_AGAIN");

        // then
        assertThat(watch).isEnded().hasPassed("EndEvent_ResponseNeeded");
        assertThat(respondAgain()).isEqualTo(true);
    }

    @Test
    void shouldEndWhenAPersonCallsItCalm() {
        // given
        askForJudgement();

        // when
        judge("IT_IS_CALM");

        // then
        assertThat(watch).isEnded().hasPassed("EndEvent_Calm");
        assertThat(respondAgain()).isEqualTo(false);
    }

    @Test
    void shouldWantAReasonFromWhoJudges() {
        // given
        askForJudgement();

        // when, then
        assertThatThrownBy(() -> driver.complete("management", reference, JUDGE, Map.of("judgement", "IT_IS_CALM")))
                .satisfies(failure ->
                        assertThat(Refusal.behind(failure)).hasMessage("The reason is missing; please fill it in."));
        assertThatThrownBy(() -> driver.complete(
                        "management", reference, JUDGE, Map.of("judgement", "NEVER_MIND", "reason", "No.")))
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessageContaining("RESPOND_AGAIN"));
        assertThat(watch).isWaitingAt(JUDGE);
    }

    @Test
    void shouldCallInManagementWhenNobodyCounts() {
        // given
        driver.runJob(reference, NEXT_LOOK);

        // when
        driver.runJob(reference, "BoundaryEvent_CountOverdue");

        // then
        assertThat(peopleAskedFor(COUNT)).contains("management");
        assertThat(watch).isWaitingAt(COUNT);
    }

    @Test
    void shouldCallInTheNextWhenNobodyJudges() {
        // given
        askForJudgement();

        // when
        driver.runJob(reference, "BoundaryEvent_JudgementOverdue");

        // then
        assertThat(driver.acts(reference)).contains("task.escalated");
        assertThat(watch).isWaitingAt(JUDGE, "CallActivity_CallInJudge");
    }

    private void askForJudgement() {
        deliver(Duration.ofHours(1), 100, 10);
        deliver(Duration.ofHours(1), 150, 10);
        driver.runJob(reference, NEXT_LOOK);
        assertThat(watch).isWaitingAt(JUDGE);
    }

    private void judge(String judgement) {
        driver.complete(
                "management", reference, JUDGE, Map.of("judgement", judgement, "reason", "I read fifty of them."));
    }

    /** A tool delivers what was said in the time that passes now. */
    private void deliver(Duration time, int mentions, int negativeSharePercent) {
        Instant from = clock.instant();
        clock.advance(time);
        NewCount count = NewCount.of(
                from.toString(),
                clock.instant().toString(),
                BigDecimal.valueOf(mentions),
                BigDecimal.valueOf(negativeSharePercent),
                null,
                clock.instant());
        transaction.executeWithoutResult(status -> reactions.add(
                CaseReference.parse(reference), count, ReactionSource.API, new Actor("communitymanager2")));
    }

    private void count(String user, Duration time, int mentions, int negativeSharePercent) {
        Instant from = clock.instant();
        clock.advance(time);
        driver.complete(
                user,
                reference,
                COUNT,
                Map.of(
                        "from",
                        from.toString(),
                        "to",
                        clock.instant().toString(),
                        "mentions",
                        mentions,
                        "negativeSharePercent",
                        negativeSharePercent));
    }

    private List<LedgerEntry> judgements() {
        return driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals("reactions.judged"))
                .toList();
    }

    private Object respondAgain() {
        return historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceId(watch.getId())
                .variableName("respondAgain")
                .list()
                .stream()
                .map(HistoricVariableInstance::getValue)
                .findFirst()
                .orElse(null);
    }

    private List<String> peopleAskedFor(String task) {
        return taskService.getIdentityLinksForTask(driver.task(reference, task).getId()).stream()
                .map(IdentityLink::getUserId)
                .filter(person -> person != null)
                .distinct()
                .toList();
    }
}
