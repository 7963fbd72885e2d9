package io.firebreak.escalation;

import static io.firebreak.escalation.PlanInForce.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.firebreak.ledger.LedgerEntry;
import io.firebreak.notification.Acknowledgements;
import io.firebreak.notification.Acknowledgements.Answer;
import io.firebreak.notification.Acknowledgements.Question;
import io.firebreak.roster.Roster;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task that nobody answers goes up the chain of command, and the chain never falls silent. */
@FirebreakTest
class ChainOfCommandTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private EscalationDriver chain;

    @Autowired
    private Acknowledgements links;

    @Autowired
    private ChainsHealthIndicator health;

    @Autowired
    private Roster roster;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TestClock clock;

    private Web web;

    private PlanInForce groups;

    @BeforeEach
    void connect() {
        web = new Web(port);
        groups = PlanInForce.madeOfGroups(roster);
    }

    @AfterEach
    void leaveThePlan() {
        groups.close();
    }

    @Test
    void shouldAskLevelAfterLevelWhileNobodyAnswers() {
        // given
        String reference = chain.unanswered();
        String taskId = chain.task(reference).getId();
        assertThat(chain.offeredTo(reference)).containsExactly("management", "management2");
        assertThat(chain.toldOf(reference, "ASKED")).containsExactly("management", "management2");

        // when
        chain.nobodyAnswers(reference);

        // then
        assertThat(chain.offeredTo(reference))
                .containsExactly("crisislead", "crisislead2", "management", "management2");
        assertThat(chain.task(reference).getId()).isEqualTo(taskId);
        assertThat(chain.states(reference)).containsExactly("ASKING");
        assertThat(chain.brokenChains(reference)).isZero();
        assertThat(acts(reference, "task.escalated"))
                .extracting(LedgerEntry::sentence)
                .containsExactly(
                        "Nobody answered in time: management and management2 are asked to take the task"
                                + " \"Assess the incident\".",
                        "Nobody answered in time: crisislead and crisislead2 are asked to take the task"
                                + " \"Assess the incident\".");
    }

    @Test
    void shouldShowThatTheChainIsBrokenAndBeginFromTheTopWithLessTime() {
        // given
        String reference = chain.unanswered();
        chain.nobodyAnswers(reference);

        // when
        chain.nobodyAnswers(reference);

        // then
        assertThat(chain.states(reference)).containsExactly("BROKEN");
        assertThat(chain.brokenChains(reference)).isOne();
        assertThat(health.health().getStatus()).isEqualTo(ChainsHealthIndicator.DEGRADED);
        assertThat(health.health().getDetails().get("broken").toString()).contains(reference + ": Assess the incident");
        assertThat(driver.acts(reference)).contains("chain.broken");
        assertThat(chain.toldOf(reference, "CHAIN_BROKEN")).containsExactly("crisislead", "crisislead2");
        assertThat(chain.nextStepAt(reference, "CatchEvent_AnswerOverdue"))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(chain.openAsks(reference))
                .containsExactly("management", "management2", "crisislead", "crisislead2", "management", "management2");

        // when
        chain.nobodyAnswers(reference);

        // then
        assertThat(acts(reference, "chain.broken")).hasSize(1);
        assertThat(chain.toldOf(reference, "CHAIN_BROKEN")).hasSize(2);
        assertThat(chain.runningChains(reference)).isOne();

        // when
        act("management2", reference, "acknowledge", "{}");

        // then
        assertThat(chain.brokenChains(reference)).isZero();
        assertThat(driver.acts(reference)).contains("chain.mended");
        assertThat(chain.states(reference)).containsExactly("RESTING");
        chain.assess("management2", reference);
        assertThat(health.health()
                        .getDetails()
                        .getOrDefault("broken", List.of())
                        .toString())
                .doesNotContain(reference);
    }

    @Test
    void shouldRestUntilTheTaskIsDueAndThenGoOn() {
        // given
        String reference = chain.unanswered();

        // when
        HttpResponse<String> answer = act("management", reference, "acknowledge", "{}");

        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(chain.task(reference).getAssignee()).isEqualTo("management");
        assertThat(chain.nextStepAt(reference, "CatchEvent_RestOver"))
                .isEqualTo(chain.task(reference).getDueDate().toInstant());
        assertThat(chain.openAsks(reference)).isEmpty();

        // when
        chain.restIsOver(reference);

        // then
        assertThat(chain.task(reference).getAssignee()).isNull();
        assertThat(chain.openAsks(reference)).containsExactly("crisislead", "crisislead2");
        assertThat(driver.acts(reference)).doesNotContain("chain.broken");
    }

    @Test
    void shouldRestAsLongAsTheLevelHasWhereTheTaskIsOverdue() {
        // given
        String reference = chain.unanswered();
        chain.nobodyAnswers(reference);

        // when
        act("crisislead", reference, "acknowledge", "{}");

        // then
        assertThat(chain.nextStepAt(reference, "CatchEvent_RestOver"))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void shouldNotSayThatNobodyAnsweredWhereSomebodyDidAndWasLate() {
        // given
        String reference = chain.unanswered();
        chain.nobodyAnswers(reference);
        act("crisislead", reference, "acknowledge", "{}");

        // when
        chain.restIsOver(reference);

        // then
        assertThat(chain.openAsks(reference)).containsExactly("management", "management2");
        assertThat(chain.states(reference)).containsExactly("ASKING");
        assertThat(driver.acts(reference)).doesNotContain("chain.broken");
    }

    @Test
    void shouldLeaveInPeaceWhoeverTookTheTaskBeforeItWasLate() {
        // given
        String reference = driver.report("Saturday night");
        claim("communitymanager", chain.task(reference));

        // when
        clock.advance(Duration.ofMinutes(10));
        driver.runJob(reference, "BoundaryEvent_AssessmentOverdue");

        // then
        assertThat(chain.task(reference).getAssignee()).isEqualTo("communitymanager");
        assertThat(chain.openAsks(reference)).isEmpty();
        assertThat(chain.nextStepAt(reference, "CatchEvent_AnswerOverdue"))
                .isEqualTo(chain.task(reference).getDueDate().toInstant());

        // when
        chain.nobodyAnswers(reference);

        // then
        assertThat(chain.task(reference).getAssignee()).isNull();
        assertThat(chain.openAsks(reference)).containsExactly("management", "management2");
    }

    @Test
    void shouldAskTheNextLevelAtOnceWhenEverybodyDeclines() {
        // given
        String reference = chain.unanswered();

        // when
        act("management", reference, "decline", "{\"reason\": \"I am on a train.\"}");

        // then
        assertThat(chain.openAsks(reference)).containsExactly("management2");

        // when
        links.decline(chain.askOf(reference, "management2"));

        // then
        assertThat(chain.openAsks(reference)).containsExactly("crisislead", "crisislead2");
        assertThat(acts(reference, "task.declined"))
                .extracting(LedgerEntry::actor, LedgerEntry::reason)
                .containsExactly(tuple("management", "I am on a train."), tuple("management2", null));
    }

    @Test
    void shouldTellTheSecondOfTwoWhoWasFirst() {
        // given
        String reference = chain.unanswered();

        // when
        List<HttpResponse<String>> answers = Stream.of("management", "management2")
                .map(user -> CompletableFuture.supplyAsync(() -> act(user, reference, "acknowledge", "{}")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // then
        String winner = chain.task(reference).getAssignee();
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .singleElement()
                .satisfies(answer -> assertThat(answer.body()).contains(winner + " has taken the task"));
        assertThat(acts(reference, "task.acknowledged")).hasSize(1);
    }

    @Test
    void shouldBeAnsweredByLink() {
        // given
        String reference = chain.unanswered();
        Question open = links.find(chain.askOf(reference, "management"));
        assertThat(open.answer()).isNull();
        assertThat(open.taskName()).isEqualTo("Assess the incident");
        assertThat(open.caseTitle()).isEqualTo("Saturday night");

        // when
        Question answered = links.acknowledge(open.id());
        Question again = links.acknowledge(open.id());
        Question late = links.acknowledge(chain.askOf(reference, "management2"));

        // then
        assertThat(answered.answer()).isEqualTo(Answer.ACKNOWLEDGED);
        assertThat(again).isEqualTo(answered);
        assertThat(late.answer()).isEqualTo(Answer.TAKEN_BY_ANOTHER);
        assertThat(late.answeredBy()).isEqualTo("management");
        assertThat(acts(reference, "task.acknowledged")).hasSize(1);

        // when
        chain.assess("management", reference);

        // then
        assertThat(links.acknowledge(open.id()).answer()).isEqualTo(Answer.ACKNOWLEDGED);
        assertThat(links.find(UUID.randomUUID())).isNull();
    }

    @Test
    void shouldTakeAClaimInTasklistForAnAnswer() {
        // given
        String reference = chain.unanswered();

        // when
        claim("management", chain.task(reference));

        // then
        assertThat(chain.states(reference)).containsExactly("RESTING");
        assertThat(acts(reference, "task.acknowledged")).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("how", "tasklist"));

        // when
        driver.as("management", () -> {
            taskService.setAssignee(chain.task(reference).getId(), null);
            return null;
        });

        // then
        assertThat(chain.openAsks(reference)).containsExactly("crisislead", "crisislead2");
    }

    @Test
    void shouldAskWhomSomebodyNamesNext() {
        // given
        String reference = chain.unanswered();

        // when
        HttpResponse<String> answer = act(
                "management", reference, "delegate", "{\"to\": \"legal\", \"reason\": \"Zofia knows the matter.\"}");

        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(chain.offeredTo(reference)).contains("legal");
        assertThat(chain.openAsks(reference)).containsExactly("management2", "legal");
        assertThat(acts(reference, "task.delegated"))
                .extracting(LedgerEntry::reason)
                .containsExactly("Zofia knows the matter.");

        // when
        chain.nobodyAnswers(reference);

        // then
        assertThat(chain.openAsks(reference)).containsExactly("management2", "legal", "crisislead", "crisislead2");
    }

    @Test
    void shouldOnlyDelegateToThoseWhoWorkOnCases() {
        // given
        String reference = chain.unanswered();

        // then
        assertThat(act("management", reference, "delegate", "{\"to\": \"designer\", \"reason\": \"Try.\"}"))
                .satisfies(answer -> refused(answer, 422, "designer is nobody who works on cases"));
        assertThat(act("management", reference, "delegate", "{\"to\": \"nobody\", \"reason\": \"Try.\"}"))
                .satisfies(answer -> refused(answer, 422, "nobody is nobody who works on cases"));
        assertThat(act("management", reference, "delegate", "{\"to\": \"management\", \"reason\": \"Try.\"}"))
                .satisfies(answer -> refused(answer, 422, "somebody else than yourself"));
        assertThat(act("management", reference, "delegate", "{\"to\": \"management2\", \"reason\": \"Try.\"}"))
                .satisfies(answer -> refused(answer, 409, "management2 was asked already"));
        assertThat(act("management", reference, "delegate", "{}"))
                .satisfies(answer -> refused(answer, 422, "The person is missing", "The reason is missing"));
        assertThat(chain.openAsks(reference)).containsExactly("management", "management2");
    }

    @Test
    void shouldLetACandidateTakeTheTaskFromItsHolder() {
        // given
        String reference = chain.unanswered();
        act("management", reference, "acknowledge", "{}");

        // when
        HttpResponse<String> answer = act("communitymanager2", reference, "take-over", "{}");

        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(chain.task(reference).getAssignee()).isEqualTo("communitymanager2");
        assertThat(acts(reference, "task.takenOver"))
                .extracting(LedgerEntry::sentence)
                .containsExactly("communitymanager2 takes the task \"Assess the incident\" over from management.");
        assertThat(chain.states(reference)).containsExactly("RESTING");
        chain.assess("communitymanager2", reference);
    }

    @Test
    void shouldHandOverWithASummaryThatStays() {
        // given
        String reference = chain.unanswered();
        act("management", reference, "acknowledge", "{}");

        // when
        HttpResponse<String> answer = act(
                "management",
                reference,
                "hand-over",
                "{\"to\": \"spokesperson\", \"summary\": \"Half of it is looked at.\"}");

        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(chain.task(reference).getAssignee()).isEqualTo("spokesperson");
        assertThat(acts(reference, "task.handedOver"))
                .extracting(LedgerEntry::reason)
                .containsExactly("Half of it is looked at.");
        assertThat(act("management", reference, "hand-over", "{\"to\": \"legal\", \"summary\": \"Once more.\"}"))
                .satisfies(refusal -> refused(refusal, 403, "handed over by whoever holds it: spokesperson"));
        chain.assess("spokesperson", reference);
    }

    @Test
    void shouldLetSomebodyOutsideOfTheGroupsDoTheTaskTheyWereAskedForAndNoOther() {
        // given
        String reference = chain.unanswered();
        String other = driver.report("Another one");
        act("management", reference, "delegate", "{\"to\": \"legal\", \"reason\": \"She knows the matter.\"}");

        // then
        assertThatThrownBy(() -> chain.assess("legal", other)).hasMessageContaining("'legal' does not have");
        chain.assess("legal", reference);
        assertThat(driver.openTasks(reference)).doesNotContain(EscalationDriver.ASSESS);
    }

    @Test
    void shouldRefuseThoseWhomTheTaskIsNotFor() {
        // given
        String reference = chain.unanswered();
        String path = "/api/tasks/" + chain.task(reference).getId();

        // then
        assertThat(act("legal", reference, "acknowledge", "{}"))
                .satisfies(answer -> refused(answer, 403, "legal is not among those who can take it"));
        assertThat(act("legal", reference, "take-over", "{}"))
                .satisfies(answer -> refused(answer, 403, "legal is not among those who can take it"));
        assertThat(act("legal", reference, "decline", "{\"reason\": \"No.\"}"))
                .satisfies(answer -> refused(answer, 403, "for those who were asked"));
        assertThat(act("communitymanager", reference, "delegate", "{\"to\": \"legal\", \"reason\": \"No.\"}"))
                .satisfies(answer -> refused(answer, 403, "for those who were asked"));
        assertThat(act("management", reference, "hand-over", "{\"to\": \"legal\", \"summary\": \"No.\"}"))
                .satisfies(answer -> refused(answer, 403, "nobody does"));
        assertThat(web.post("designer", path + "/acknowledge", "{}").statusCode())
                .isEqualTo(403);
        assertThat(web.post("admin", path + "/acknowledge", "{}").statusCode()).isEqualTo(403);
        assertThat(web.post(null, path + "/acknowledge", "{}").statusCode()).isEqualTo(401);
        assertThat(web.post("legal", "/api/tasks/none/acknowledge", "{}"))
                .satisfies(answer -> refused(answer, 404, "There is no such open task"));
        assertThat(chain.openAsks(reference)).containsExactly("management", "management2");
    }

    @Test
    void shouldEndWithItsTask() {
        // given
        String reference = chain.unanswered();

        // when
        chain.assess("communitymanager", reference);

        // then
        assertThat(chain.runningChains(reference)).isZero();
        assertThat(chain.states(reference)).containsExactly("ENDED");
        assertThat(chain.openAsks(reference)).isEmpty();
        assertThat(links.find(chain.askOf(reference, "management")).answer()).isEqualTo(Answer.OVER);
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_NameLead");
    }

    @Test
    void shouldEndWithACaseThatWasAFalseAlarm() {
        // given
        String reference = chain.unanswered();
        chain.nobodyAnswers(reference);
        chain.nobodyAnswers(reference);

        // when
        actOnCase(reference, "false-alarm", "{\"reason\": \"It was a test.\"}");

        // then
        assertThat(chain.runningChains(reference)).isZero();
        assertThat(chain.states(reference)).containsExactly("ENDED");
        assertThat(chain.openAsks(reference)).isEmpty();
    }

    @Test
    void shouldEndWithACaseThatWasMergedAway() {
        // given
        String reference = chain.unanswered();
        String other = driver.reportAbout(driver.crisisCase(reference).brand(), "The same again");

        // when
        actOnCase(reference, "merge", "{\"into\": \"%s\", \"reason\": \"It is the same.\"}".formatted(other));

        // then
        assertThat(chain.runningChains(reference)).isZero();
        assertThat(chain.states(reference)).containsExactly("ENDED");
    }

    @Test
    void shouldAskForEachOfSeveralTasksOnItsOwn() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.complete(
                "crisislead",
                reference,
                "UserTask_NameLead",
                Map.of("areas", "Logistics\nProduct", "question", "When?"));
        driver.runJob(reference, "BoundaryEvent_FactsOverdue");
        assertThat(chain.runningChains(reference)).isEqualTo(2);

        // when
        Task answered = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("UserTask_ProvideFacts")
                .listPage(0, 1)
                .get(0);
        driver.as("areaowner", () -> {
            taskService.complete(answered.getId(), new HashMap<>(Map.of("facts", "Since Monday.")));
            return null;
        });

        // then
        assertThat(chain.runningChains(reference)).isOne();
        driver.complete("areaowner", reference, "UserTask_ProvideFacts", Map.of("facts", "Since Tuesday."));
        assertThat(chain.runningChains(reference)).isZero();
        driver.investigate(reference, "LOW", "ACCIDENTAL");
        assertThat(driver.openTasks(reference)).contains("UserTask_ChoosePosture");
    }

    @Test
    void shouldBeCalledWhileAStatementIsWritten() {
        // given
        String reference = driver.reportedOwnSlip("Wrong photo");

        // when
        driver.runJob(reference, "BoundaryEvent_WritingOverdue");

        // then
        assertThat(chain.openAsks(reference)).containsExactly("crisislead", "crisislead2");
        driver.write("spokesperson", reference, "That was the wrong photo.");
        assertThat(chain.runningChains(reference)).isZero();
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_ApproveStatement");
    }

    @Test
    void shouldNotAskWhoeverWroteTheTextToApproveIt() {
        // given a crisis lead who was asked to write it
        String reference = driver.reportedOwnSlip("Wrong photo");
        driver.runJob(reference, "BoundaryEvent_WritingOverdue");
        driver.write("crisislead", reference, "That was the wrong photo.");

        // when
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");
        chain.nobodyAnswers(reference);

        // then
        assertThat(chain.openAsks(reference)).contains("crisislead2").doesNotContain("crisislead");
        assertThat(acts(reference, "chain.skipped"))
                .filteredOn(entry -> entry.sentence().startsWith("crisislead is not asked"))
                .extracting(LedgerEntry::sentence)
                .containsExactly(
                        "crisislead is not asked to take the task \"Approve the statement\": wrote in this text.");
    }

    @Test
    void shouldNotAskWhoeverHasVotedAboutTheTextAlready() {
        // given a text to which two have to agree, and one has
        String reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "The joke was ours.");
        driver.agree("crisislead", reference);

        // when
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");
        chain.nobodyAnswers(reference);

        // then
        assertThat(chain.openAsks(reference)).contains("crisislead2").doesNotContain("crisislead");
        assertThat(acts(reference, "chain.skipped"))
                .extracting(LedgerEntry::sentence)
                .contains("crisislead is not asked to take the task \"Approve the statement\":"
                        + " has voted about this text already.");
    }

    @Test
    void shouldBeCalledWhileThePostureIsChosen() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);

        // when
        driver.runJob(reference, "BoundaryEvent_PostureOverdue");

        // then
        assertThat(chain.openAsks(reference)).containsExactly("management", "management2");
        driver.choosePosture(reference);
        assertThat(chain.runningChains(reference)).isZero();
        assertThat(driver.openTasks(reference)).contains("UserTask_WriteStatement");
    }

    @Test
    void shouldBeCalledWhileNewFactsAreWeighed() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        actOnCase(reference, "facts", "{\"facts\": \"It was our agency.\"}");

        // when
        driver.runJob(reference, "BoundaryEvent_WeighingOverdue");

        // then
        assertThat(chain.openAsks(reference)).containsExactly("management", "management2");
        driver.complete("crisislead", reference, "UserTask_WeighNewFacts", Map.of("responseChanges", false));
        assertThat(chain.runningChains(reference)).isZero();
        assertThat(driver.acts(reference)).contains("facts.weighed");
    }

    @Test
    void shouldBeCalledWhileASecondPersonIsWaitedFor() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        actOnCase(reference, "cool-down/end", "{\"reason\": \"Somebody gets hurt.\"}");

        // when
        driver.runJob(reference, "BoundaryEvent_AgreementOverdue");

        // then
        assertThat(chain.openAsks(reference)).contains("management", "management2");
        driver.complete("legal", reference, "UserTask_AgreeToEndCoolDown", Map.of("agreed", true));
        assertThat(chain.runningChains(reference)).isZero();
    }

    @Test
    void shouldKnowASeverityThatIsDecidedAfterItBegan() {
        // given new facts that nobody weighs, of a case that is not assessed yet
        String reference = driver.report("Saturday night");
        driver.tellFacts(reference, "It was our agency.", false);
        clock.advance(Duration.ofMinutes(30));
        driver.runJob(reference, "BoundaryEvent_WeighingOverdue");
        assertThat(severities(reference)).containsOnlyNulls();

        // when
        driver.assess(reference, "SUDDEN_SPIKE");

        // then
        assertThat(severities(reference))
                .isNotEmpty()
                .containsOnly(driver.crisisCase(reference).severity().name());
    }

    /** As each running process of the case knows it. */
    private List<Object> severities(String reference) {
        List<Object> known = new ArrayList<>();
        runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list()
                .forEach(instance -> known.add(runtimeService.getVariable(instance.getId(), "severity")));
        return known;
    }

    @Test
    void shouldRestShorterWhenTheCaseBecomesGraver() {
        // given
        String reference = driver.report("A flood");
        driver.assess(reference, "SUDDEN_SPIKE");
        String lead = driver.task(reference, "UserTask_NameLead").getId();
        claim("crisislead", driver.task(reference, "UserTask_NameLead"));
        clock.advance(Duration.ofMinutes(1));
        driver.runJob(reference, "BoundaryEvent_LeadOverdue");
        assertThat(chain.nextStepAt(reference, "CatchEvent_AnswerOverdue"))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(19)));

        // when
        actOnCase(reference, "severity", "{\"severity\": \"S1\"}");

        // then
        assertThat(driver.task(reference, "UserTask_NameLead").getId()).isEqualTo(lead);
        assertThat(chain.nextStepAt(reference, "CatchEvent_AnswerOverdue"))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(9)));
    }

    @Test
    void shouldRestOnlyWhenAsManyAnsweredAsTheLevelAsksFor() {
        try (PlanInForce plan = PlanInForce.of(
                roster, level(10, 2, "management", "management2", "crisislead"), level(10, 1, "crisislead2"))) {
            // given
            String reference = chain.unanswered();

            // when
            act("management", reference, "acknowledge", "{}");

            // then
            assertThat(chain.task(reference).getAssignee()).isEqualTo("management");
            assertThat(chain.states(reference)).containsExactly("ASKING");

            // when
            HttpResponse<String> second = act("crisislead", reference, "acknowledge", "{}");

            // then
            assertThat(second.statusCode()).isEqualTo(204);
            assertThat(chain.task(reference).getAssignee()).isEqualTo("management");
            assertThat(chain.states(reference)).containsExactly("RESTING");
            assertThat(chain.openAsks(reference)).isEmpty();
        }
    }

    @Test
    void shouldKeepTheTaskWithWhoeverAnsweredWhereTooFewDid() {
        try (PlanInForce plan =
                PlanInForce.of(roster, level(10, 2, "management", "management2"), level(10, 1, "crisislead2"))) {
            // given
            String reference = chain.unanswered();
            act("management", reference, "acknowledge", "{}");

            // when
            chain.nobodyAnswers(reference);

            // then
            assertThat(chain.openAsks(reference)).containsExactly("management2", "crisislead2");
            assertThat(chain.task(reference).getAssignee()).isEqualTo("management");

            // when
            act("crisislead2", reference, "acknowledge", "{}");

            // then
            assertThat(chain.task(reference).getAssignee()).isEqualTo("management");
            assertThat(chain.states(reference)).containsExactly("RESTING");
        }
    }

    @Test
    void shouldGoOnByThePlanThatIsInForceThen() {
        // given
        String reference = chain.unanswered();
        assertThat(chain.openAsks(reference)).containsExactly("management", "management2");

        // when
        try (PlanInForce plan =
                PlanInForce.of(roster, level(10, 1, "management"), level(7, 1, "spokesperson", "management2"))) {
            chain.nobodyAnswers(reference);
        }

        // then
        assertThat(chain.openAsks(reference)).containsExactly("management", "management2", "spokesperson");
        assertThat(chain.nextStepAt(reference, "CatchEvent_AnswerOverdue"))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(7)));
        assertThat(acts(reference, "chain.skipped"))
                .extracting(entry -> entry.details().get("who"))
                .containsExactly("management2");
        assertThat(acts(reference, "chain.skipped"))
                .extracting(LedgerEntry::sentence)
                .allSatisfy(sentence -> assertThat(sentence).endsWith(": asked before in this pass."));
    }

    @Test
    void shouldRaiseABrokenChainAtOnceWhereNobodyCanBeAsked() {
        try (PlanInForce plan = PlanInForce.of(roster, level(10, 1))) {
            // when
            String reference = chain.unanswered();

            // then
            assertThat(chain.states(reference)).containsExactly("BROKEN");
            assertThat(chain.brokenChains(reference)).isOne();
            assertThat(driver.acts(reference)).contains("chain.broken", "chain.nobody", "chain.skipped");
            assertThat(chain.nextStepAt(reference, "CatchEvent_AnswerOverdue"))
                    .isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));
        }
    }

    @Test
    void shouldWarnWhenAChainStandsStill() {
        // given
        String reference = chain.unanswered();
        assertThat(health.health()
                        .getDetails()
                        .getOrDefault("standingStill", List.of())
                        .toString())
                .doesNotContain(reference);

        // when
        clock.advance(Duration.ofMinutes(21));

        // then
        assertThat(health.health().getStatus()).isNotEqualTo(Status.UP);
        assertThat(health.health().getDetails().get("standingStill").toString()).contains(reference);
    }

    private HttpResponse<String> act(String user, String reference, String act, String json) {
        return web.post(user, "/api/tasks/" + chain.task(reference).getId() + "/" + act, json);
    }

    private void actOnCase(String reference, String act, String json) {
        HttpResponse<String> answer = web.post(
                "crisislead",
                "/api/cases/" + reference + "/" + act,
                json,
                "Idempotency-Key",
                act.replace('/', '-') + reference);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void claim(String user, Task task) {
        driver.as(user, () -> {
            taskService.claim(task.getId(), user);
            return null;
        });
    }

    private List<LedgerEntry> acts(String reference, String type) {
        return driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals(type))
                .toList();
    }

    private static void refused(HttpResponse<String> answer, int status, String... sentences) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentences);
    }
}
