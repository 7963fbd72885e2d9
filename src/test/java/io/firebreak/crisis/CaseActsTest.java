package io.firebreak.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationState;
import io.firebreak.publishing.Publishing;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be done to a case at any time, by the API. */
@FirebreakTest
class CaseActsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private Leads leads;

    @Autowired
    private Freezes freezes;

    @Autowired
    private Cases cases;

    @Autowired
    private Publishing publishing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TaskService taskService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectMapper json;

    private Web web;

    @BeforeEach
    void connect() {
        web = new Web(port);
    }

    @Test
    void shouldAskThoseWhoLeadWhatNewFactsChange() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // when
        HttpResponse<String> answer = act("areaowner", reference, "facts", Map.of("facts", "It was our agency."));

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(facts.of(CaseReference.parse(reference)))
                .extracting(CaseFacts.Fact::text)
                .containsExactly("It was our agency.");
        assertThat(driver.acts(reference)).contains("facts.new");
        driver.complete("crisislead", reference, "UserTask_WeighNewFacts", Map.of("responseChanges", false));
        assertThat(driver.acts(reference)).contains("facts.weighed");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_NameLead");
    }

    @Test
    void shouldLetNewFactsBeWeighedAfterTheCaseWasClosed() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        act("areaowner", reference, "facts", Map.of("facts", "It was our agency."));
        close(reference);

        // then
        assertThat(refusalOf(() -> driver.complete(
                        "crisislead",
                        reference,
                        "UserTask_WeighNewFacts",
                        Map.of("responseChanges", true, "reason", "It was not us."))))
                .contains("is closed; please report a new incident, and answer no here");

        // when
        driver.complete("crisislead", reference, "UserTask_WeighNewFacts", Map.of("responseChanges", false));

        // then
        assertThat(driver.openTasks(reference)).doesNotContain("UserTask_WeighNewFacts");
        assertThat(sentences(reference, "facts.weighed"))
                .singleElement()
                .asString()
                .endsWith("after the case was closed.");
    }

    private void close(String reference) {
        transaction.executeWithoutResult(status -> cases.close(CaseReference.parse(reference), CaseOutcome.REVIEWED));
    }

    private List<String> sentences(String reference, String type) {
        return driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals(type))
                .map(LedgerEntry::sentence)
                .toList();
    }

    @Test
    void shouldLetATextOutAtOnceWhenDangerBecomesKnown() {
        // given a text that waits for the end of the cool-down
        String reference = driver.reportedOffence("A joke that hurts");
        driver.contain(reference);
        driver.choosePosture(reference);
        driver.write("spokesperson", reference, "Please don't open the bottle.");
        driver.approve("legal", reference);
        driver.publish(reference);
        assertThat(publishing.of(reference)).isEmpty();

        // when
        HttpResponse<String> answer =
                act("areaowner", reference, "facts", Map.of("facts", "Bottles burst.", "safetyRisk", true));
        driver.publish(reference);

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S1);
        assertThat(sentences(reference, "danger.found"))
                .singleElement()
                .asString()
                .contains("in danger; the severity goes from S2 to S1");
        assertThat(publishing.of(reference)).extracting(Publication::state).containsExactly(PublicationState.SENT);
    }

    @Test
    void shouldFindTheSameDangerOnce() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.tellFacts(reference, "Bottles burst.", true);

        // when
        driver.tellFacts(reference, "One more burst.", true);

        // then
        assertThat(driver.acts(reference)).containsOnlyOnce("danger.found");
    }

    @Test
    void shouldLeaveItToTheAssessmentHowGraveADangerIs() {
        // given
        String reference = driver.report("Something about bottles");

        // when
        driver.tellFacts(reference, "Bottles burst.", true);

        // then
        assertThat(driver.crisisCase(reference).severity()).isNull();
        assertThat(sentences(reference, "danger.found"))
                .singleElement()
                .asString()
                .contains("the assessment will say");
    }

    @Test
    void shouldMakeACommentACrisisWhenItTellsOfDanger() {
        // given
        String reference = driver.report("My bottle");
        driver.assess(reference, "CUSTOMER_COMPLAINT");
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S4);

        // when
        driver.tellFacts(reference, "It burst in a child's hand.", true);
        driver.runDueJobs(reference);

        // then
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S1);
        assertThat(driver.openTasks(reference)).contains("UserTask_NameLead");
    }

    @Test
    void shouldLetThoseWhoWeighTheFactsSeeTheDanger() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.tellFacts(reference, "Bottles burst.", false);

        // when
        driver.complete(
                "crisislead",
                reference,
                "UserTask_WeighNewFacts",
                Map.of("responseChanges", false, "safetyRisk", true));

        // then
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S1);
        assertThat(driver.acts(reference)).containsSubsequence("facts.weighed", "danger.found", "timing.decided");
    }

    @Test
    void shouldTakeFactsAgainAndAgain() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // when
        act("areaowner", reference, "facts", Map.of("facts", "First."));
        act("areaowner", reference, "facts", Map.of("facts", "Second."));

        // then
        assertThat(driver.openTasks(reference))
                .filteredOn("UserTask_WeighNewFacts"::equals)
                .hasSize(2);
    }

    @Test
    void shouldDoARepeatedRequestOnceAndAnswerItTheSame() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        String key = UUID.randomUUID().toString();

        // when
        HttpResponse<String> first = act("areaowner", reference, "facts", Map.of("facts", "It was us."), key);
        clock.advance(Duration.ofSeconds(1));
        HttpResponse<String> second = act("areaowner", reference, "facts", Map.of("facts", "It was us."), key);

        // then
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(tree(second)).isEqualTo(tree(first));
        assertThat(facts.of(CaseReference.parse(reference))).hasSize(1);
        assertThat(driver.acts(reference)).containsOnlyOnce("facts.new");
    }

    @Test
    void shouldDoARequestOnceThatComesManyTimesAtOnce() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        String key = UUID.randomUUID().toString();

        // when
        var answers = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> act("areaowner", reference, "facts", Map.of("facts", "It was us."), key)))
                .toList();

        // then
        assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(200);
        assertThat(facts.of(CaseReference.parse(reference))).hasSize(1);
    }

    @Test
    void shouldRefuseAKeyThatWasUsedForSomethingElse() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        String key = UUID.randomUUID().toString();
        act("areaowner", reference, "facts", Map.of("facts", "It was us."), key);

        // when
        HttpResponse<String> answer = act("areaowner", reference, "facts", Map.of("facts", "It was them."), key);

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(tree(answer).get("detail").asText()).contains("used for another request");
    }

    @Test
    void shouldDemandAKey() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // when
        HttpResponse<String> answer =
                web.post("areaowner", "/api/cases/%s/facts".formatted(reference), "{\"facts\":\"It was us.\"}");

        // then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(tree(answer).get("detail").asText()).contains("The header Idempotency-Key is missing");
        assertThat(facts.of(CaseReference.parse(reference))).isEmpty();
    }

    @Test
    void shouldCountTheTimeThatHasGoneWhenTheSeverityIsRaised() {
        // given
        String reference = driver.report("A flood");
        driver.assess(reference, "SUDDEN_SPIKE");
        Instant received = driver.crisisCase(reference).receivedAt();
        clock.advance(Duration.ofMinutes(7));

        // when
        HttpResponse<String> answer =
                act("communitymanager", reference, "severity", Map.of("severity", "S1", "reason", "On television."));

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        CrisisCase raised = driver.crisisCase(reference);
        assertThat(raised.severity()).isEqualTo(Severity.S1);
        assertThat(raised.coolDownEndsAt()).isEqualTo(received.plus(Duration.ofMinutes(15)));
        assertThat(raised.statementDueAt()).isEqualTo(received.plus(Duration.ofHours(4)));
        assertThat(driver.task(reference, "UserTask_NameLead").getDueDate().toInstant())
                .isEqualTo(received.plus(Duration.ofMinutes(10)));
        assertThat(overdueTimer(reference)).isEqualTo(received.plus(Duration.ofMinutes(10)));
        assertThat(driver.acts(reference)).containsSubsequence("severity.raised", "timing.decided", "deadlines.moved");
        assertThat(taskService.getVariable(
                        driver.task(reference, "UserTask_NameLead").getId(), "severity"))
                .isEqualTo("S1");
    }

    private Instant overdueTimer(String reference) {
        String containing = driver.task(reference, "UserTask_NameLead").getProcessInstanceId();
        return managementService
                .createJobQuery()
                .processInstanceId(containing)
                .activityId("BoundaryEvent_LeadOverdue")
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    @Test
    void shouldBeginOneHoldingStatementWhenARaisedSeverityWantsOne() {
        // given
        String reference = driver.report("A flood");
        driver.assess(reference, "SUDDEN_SPIKE");

        // when
        act("communitymanager", reference, "severity", Map.of("severity", "S1"));
        act("crisislead", reference, "severity", Map.of("severity", "S2", "reason", "Not that bad."));
        driver.complete("crisislead", reference, "UserTask_NameLead", Map.of());

        // then
        assertThat(driver.openTasks(reference))
                .containsOnlyOnce("UserTask_WriteHoldingStatement")
                .contains("UserTask_InvestigateCause");
    }

    @Test
    void shouldDemandAReasonAndLeadershipToLowerTheSeverity() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // then
        assertThat(act("spokesperson", reference, "severity", Map.of("severity", "S3", "reason", "It is over."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(act("crisislead", reference, "severity", Map.of("severity", "S3"))
                        .body())
                .contains("The reason for a lower severity is missing");
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S2);

        // when
        act("crisislead", reference, "severity", Map.of("severity", "S3", "reason", "It is over."));

        // then
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S3);
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("severity.lowered"))
                .extracting(entry -> entry.reason())
                .containsExactly("It is over.");
    }

    @Test
    void shouldGoOnAsACrisisWhenTheSeverityOfACommentIsRaised() {
        // given
        String reference = driver.report("One cold soup");
        driver.assess(reference, "CUSTOMER_COMPLAINT");

        // when
        act("communitymanager", reference, "severity", Map.of("severity", "S2"));

        // then
        assertThat(driver.openTasks(reference))
                .containsExactlyInAnyOrder("UserTask_NameLead", "UserTask_WriteHoldingStatement");
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.CONTAIN);
    }

    @Test
    void shouldMergeACaseIntoAnother() {
        // given
        String from = driver.reportedOffence("One brand", "The same joke");
        String into = driver.reportedOffence("One brand", "A joke that hurts");
        act("areaowner", from, "facts", Map.of("facts", "It was our agency."));

        // when
        HttpResponse<String> answer =
                act("crisislead", from, "merge", Map.of("into", into, "reason", "The same post."));

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        CrisisCase merged = driver.crisisCase(from);
        assertThat(merged.outcome()).isEqualTo(CaseOutcome.MERGED);
        assertThat(merged.mergedInto()).hasToString(into);
        assertThat(driver.instance(from)).isNull();
        assertThat(driver.openTasks(from)).isEmpty();
        assertThat(facts.of(CaseReference.parse(into)))
                .extracting(CaseFacts.Fact::text, CaseFacts.Fact::cameWith)
                .containsExactly(tuple("It was our agency.", from));
        assertThat(driver.acts(from)).contains("case.merged");
        assertThat(driver.acts(into)).contains("case.merged");
        assertThat(driver.openTasks(into)).contains("UserTask_WeighNewFacts");
        assertThat(freezes.holder(driver.crisisCase(into))).isEmpty();
    }

    @Test
    void shouldGoOnAsGravelyAsTheMergedCase() {
        // given
        String from = driver.reportedOffence("A brand of two reports", "The same joke");
        String into = driver.reportAbout("A brand of two reports", "People complain");
        driver.assess(into, "SUDDEN_SPIKE");
        String third = driver.reportAbout("A brand of two reports", "Typo elsewhere");
        assertThat(driver.crisisCase(into).severity()).isGreaterThan(Severity.S2);

        // when
        HttpResponse<String> answer = merge(from, into);

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(driver.crisisCase(into).severity()).isEqualTo(Severity.S2);
        assertThat(driver.ledger(into))
                .filteredOn(entry -> entry.type().equals("severity.raised"))
                .extracting(LedgerEntry::actor, LedgerEntry::reason)
                .containsExactly(tuple("crisislead", "The same."));
        assertThat(driver.acts(into)).containsSubsequence("severity.raised", "freeze.begun", "deadlines.moved");
        assertThat(freezes.holder(driver.crisisCase(third))).contains(CaseReference.parse(into));
        assertThat(driver.openTasks(into)).contains("UserTask_WeighNewFacts");
    }

    @Test
    void shouldHandTheDangerOnWithTheMergedCase() {
        // given
        String from = driver.reportedOffence("A brand of burst bottles", "Bottles burst");
        driver.tellFacts(from, "One burst in a hand.", true);
        String into = driver.reportAbout("A brand of burst bottles", "People complain");
        driver.assess(into, "SUDDEN_SPIKE");
        assertThat(driver.crisisCase(into).coolDownEndsAt()).isAfter(clock.instant());

        // when
        merge(from, into);

        // then
        assertThat(driver.crisisCase(into).severity()).isEqualTo(Severity.S1);
        assertThat(driver.crisisCase(into).facts().safetyRisk()).isTrue();
        assertThat(driver.crisisCase(into).coolDownEndsAt()).isBeforeOrEqualTo(clock.instant());
        assertThat(driver.acts(into)).containsOnlyOnce("danger.found");
    }

    @Test
    void shouldNotLowerTheSeverityOfTheCaseThatGoesOn() {
        // given
        String into = driver.reportedOffence("A brand with a small report", "A joke that hurts");
        String from = driver.reportAbout("A brand with a small report", "People complain");
        driver.assess(from, "SUDDEN_SPIKE");

        // when
        merge(from, into);

        // then
        assertThat(driver.crisisCase(into).severity()).isEqualTo(Severity.S2);
        assertThat(driver.acts(into)).contains("case.merged").doesNotContain("severity.lowered");
    }

    @Test
    void shouldRefuseMergesThatMakeNoSense() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        String drill = driver.reportedDrill("Exercise");
        String other = driver.reportedOffence("Another");
        String otherBrand = driver.reportedOffence("A brand far away", "Another");
        act("crisislead", other, "false-alarm", Map.of("reason", "A misunderstanding."));

        // then
        assertThat(merge(reference, reference).body()).contains("can't be merged into itself");
        assertThat(merge(reference, drill).body()).contains("A drill and a real case can't be merged");
        assertThat(merge(reference, other).body()).contains("is closed");
        assertThat(merge(reference, otherBrand).body()).contains("cases of two brands can't be merged");
        assertThat(merge(reference, "CR-1999-0001").statusCode()).isEqualTo(404);
        assertThat(act("spokesperson", reference, "merge", Map.of("into", drill, "reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(driver.crisisCase(reference).isOpen()).isTrue();
    }

    @Test
    void shouldMergeOneWayWhenTwoAskForBothWaysAtOnce() {
        for (int round = 0; round < 5; round++) {
            // given
            String brand = "Both ways " + round;
            String one = driver.reportedOffence(brand, "The same joke");
            String other = driver.reportedOffence(brand, "The same joke again");

            // when
            var there = CompletableFuture.supplyAsync(() -> merge(one, other).statusCode());
            var back = CompletableFuture.supplyAsync(() -> merge(other, one).statusCode());

            // then
            assertThat(List.of(there.join(), back.join())).containsExactlyInAnyOrder(200, 409);
        }
    }

    private HttpResponse<String> merge(String from, String into) {
        return act("crisislead", from, "merge", Map.of("into", into, "reason", "The same."));
    }

    @Test
    void shouldEndEverythingWhenItWasAFalseAlarm() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.complete("crisislead", reference, "UserTask_NameLead", Map.of());

        // when
        HttpResponse<String> answer =
                act("management", reference, "false-alarm", Map.of("reason", "It was about another brand."));

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(driver.crisisCase(reference).outcome()).isEqualTo(CaseOutcome.FALSE_ALARM);
        assertThat(driver.instance(reference)).isNull();
        assertThat(driver.openTasks(reference)).isEmpty();
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("case.falseAlarm"))
                .extracting(entry -> entry.actor(), entry -> entry.reason())
                .containsExactly(tuple("management", "It was about another brand."));
        assertThat(act("management", reference, "facts", Map.of("facts", "But no."))
                        .body())
                .contains("is closed");
    }

    @Test
    void shouldLeaveTheLeadWhereAHandOverPutItWhenTheTaskIsCompletedLater() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        act("crisislead", reference, "handover", Map.of("to", "crisislead2", "summary", "It is yours."));

        // when
        driver.complete("management", reference, "UserTask_NameLead", Map.of());

        // then
        assertThat(leads.of(CaseReference.parse(reference))).contains("crisislead2");
    }

    @Test
    void shouldHandTheLeadOverWithASummary() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.complete("crisislead", reference, "UserTask_NameLead", Map.of());
        String held = driver.task(reference, "UserTask_InvestigateCause").getId();
        driver.as("crisislead", () -> {
            taskService.claim(held, "crisislead");
            return null;
        });

        // when
        HttpResponse<String> answer = act(
                "crisislead", reference, "handover", Map.of("to", "crisislead2", "summary", "The agency was called."));

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(leads.of(CaseReference.parse(reference))).contains("crisislead2");
        assertThat(taskService.createTaskQuery().taskId(held).singleResult().getAssignee())
                .isEqualTo("crisislead2");
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("lead.handedOver"))
                .extracting(entry -> entry.reason())
                .containsExactly("The agency was called.");
    }

    @Test
    void shouldNameTheFirstLeadOfAnOwnSlipThatGrows() {
        // given
        String reference = driver.reportedOwnSlip("A typo");
        act("communitymanager", reference, "severity", Map.of("severity", "S2"));

        // then
        assertThat(act("legal", reference, "handover", Map.of("to", "crisislead2", "summary", "Please."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(leads.of(CaseReference.parse(reference))).isEmpty();

        // when
        HttpResponse<String> answer =
                act("crisislead", reference, "handover", Map.of("to", "crisislead2", "summary", "It grows."));

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(leads.of(CaseReference.parse(reference))).contains("crisislead2");
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().startsWith("lead."))
                .extracting(LedgerEntry::type, LedgerEntry::actor, LedgerEntry::reason)
                .containsExactly(tuple("lead.named", "crisislead", "It grows."));
    }

    @Test
    void shouldHandTheLeadToNobodyWhoCannotLead() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.complete("crisislead", reference, "UserTask_NameLead", Map.of());

        // then
        assertThat(act("crisislead", reference, "handover", Map.of("to", "legal", "summary", "Please."))
                        .body())
                .contains("legal can't lead a case");
        assertThat(act("legal", reference, "handover", Map.of("to", "crisislead2", "summary", "Please."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(act("crisislead", reference, "handover", Map.of("to", "crisislead2"))
                        .body())
                .contains("The summary for the new lead is missing");
        assertThat(leads.of(CaseReference.parse(reference))).contains("crisislead");
    }

    @Test
    void shouldEndTheCoolDownEarlyWithTwoPeopleAndAReason() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        clock.advance(Duration.ofMinutes(2));

        // when
        act("crisislead", reference, "cool-down/end", Map.of("reason", "Somebody gets hurt."));

        // then
        assertThat(driver.crisisCase(reference).coolDownEndsAt()).isAfter(clock.instant());
        assertThat(act("management", reference, "cool-down/end", Map.of("reason", "Me too."))
                        .body())
                .contains("a second person has to agree");

        // when
        driver.complete("legal", reference, "UserTask_AgreeToEndCoolDown", Map.of("agreed", true));

        // then
        assertThat(driver.crisisCase(reference).coolDownEndsAt()).isEqualTo(clock.instant());
        assertThat(driver.acts(reference)).containsSubsequence("coolDown.endAsked", "coolDown.endedEarly");
    }

    @ParameterizedTest
    @CsvSource({"true, coolDown.endedEarly", "false, coolDown.kept"})
    void shouldChangeNoTimeWhenTheSecondPersonDecidesAfterTheCaseWasClosed(boolean agreed, String act) {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        act("crisislead", reference, "cool-down/end", Map.of("reason", "Somebody gets hurt."));
        close(reference);
        Instant before = driver.crisisCase(reference).coolDownEndsAt();

        // when
        driver.complete("legal", reference, "UserTask_AgreeToEndCoolDown", Map.of("agreed", agreed));

        // then
        assertThat(driver.openTasks(reference)).doesNotContain("UserTask_AgreeToEndCoolDown");
        assertThat(driver.crisisCase(reference).coolDownEndsAt()).isEqualTo(before);
        assertThat(sentences(reference, act)).singleElement().asString().endsWith("so nothing changes.");
    }

    @Test
    void shouldNotLetOnePersonEndTheCoolDown() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        act("crisislead", reference, "cool-down/end", Map.of("reason", "Somebody gets hurt."));

        // then
        assertThat(refusalOf(() -> driver.complete(
                        "crisislead", reference, "UserTask_AgreeToEndCoolDown", Map.of("agreed", true))))
                .contains("a second person has to agree");
        assertThat(driver.crisisCase(reference).coolDownEndsAt()).isAfter(clock.instant());
    }

    @Test
    void shouldKeepAnEarlyEndWhenTheSeverityChanges() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        act("crisislead", reference, "cool-down/end", Map.of("reason", "Somebody gets hurt."));
        driver.complete("management", reference, "UserTask_AgreeToEndCoolDown", Map.of("agreed", true));
        Instant ended = driver.crisisCase(reference).coolDownEndsAt();

        // when
        act("crisislead", reference, "severity", Map.of("severity", "S1"));

        // then
        assertThat(driver.crisisCase(reference).coolDownEndsAt()).isEqualTo(ended);
    }

    @Test
    void shouldLetThoseWhoLeadLiftTheFreeze() {
        // given
        String reference = driver.reportedOffence("A frozen brand", "A joke that hurts");
        String other = driver.reportAbout("A frozen brand", "Typo elsewhere");
        assertThat(freezes.holder(driver.crisisCase(other))).contains(CaseReference.parse(reference));

        // then
        assertThat(act("communitymanager", reference, "freeze/lift", Map.of("reason", "Please."))
                        .statusCode())
                .isEqualTo(403);

        // when
        act("management", reference, "freeze/lift", Map.of("reason", "It stays small."));

        // then
        assertThat(freezes.holder(driver.crisisCase(other))).isEmpty();
        assertThat(driver.acts(reference)).contains("freeze.lifted");
        assertThat(act("management", reference, "freeze/lift", Map.of("reason", "Again."))
                        .body())
                .contains("holds no freeze");
    }

    @ParameterizedTest
    @CsvSource({"facts", "severity", "merge", "false-alarm", "handover", "cool-down/end", "freeze/lift"})
    void shouldLetNobodyActWhoWorksOnNoCases(String path) {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // then
        assertThat(act("designer", reference, path, Map.of("reason", "x")).statusCode())
                .isEqualTo(403);
        assertThat(act("admin", reference, path, Map.of("reason", "x", "severity", "S1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(act(null, reference, path, Map.of("reason", "x")).statusCode())
                .isEqualTo(401);
    }

    private static String refusalOf(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException refused) {
            return Refusal.behind(refused).getMessage();
        }
        throw new AssertionError("Nothing was refused");
    }

    private HttpResponse<String> act(String user, String reference, String path, Map<String, ?> request) {
        return act(user, reference, path, request, UUID.randomUUID().toString());
    }

    private HttpResponse<String> act(String user, String reference, String path, Map<String, ?> request, String key) {
        return web.post(
                user,
                "/api/cases/%s/%s".formatted(reference, path),
                json.valueToTree(request).toString(),
                RequestKeys.HEADER,
                key);
    }

    private JsonNode tree(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
