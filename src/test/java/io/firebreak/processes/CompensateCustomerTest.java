package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.compensation.Budgets;
import io.firebreak.compensation.Compensation;
import io.firebreak.compensation.Compensation.State;
import io.firebreak.compensation.Compensations;
import io.firebreak.compensation.Offer;
import io.firebreak.compensation.PrivateWay;
import io.firebreak.compensation.Recipient;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import io.firebreak.reply.ReplyText;
import io.firebreak.reply.Way;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What {@code CompensateCustomer} lets people do, and what it does not: the plan of the tests gives one person 50 EUR in
 * twelve months, a case 200 EUR and a brand 500 EUR a month, and asks crisis leads.
 */
@FirebreakTest
class CompensateCustomerTest {

    private static final Actor MANAGER = new Actor("communitymanager");
    private static final Recipient ANNA = new Recipient("@anna", "network.example", "4711");
    private static final Recipient NOBODY_KNOWS = new Recipient("@who", "network.example", null);

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Compensations compensations;

    @Autowired
    private Budgets budgets;

    @Autowired
    private Replies replies;

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

    private CommentDriver starter;
    private String reference;

    @BeforeEach
    void openAnsweredComment() {
        starter = new CommentDriver(cases, assessments, runtimeService, transaction);
        reference = starter.comment("A late parcel");
        answer(reference);
    }

    @Test
    void shouldHandOverWhatASecondPersonAgreedTo() {
        // given
        propose(ANNA, "25.50");

        // when
        decide("crisislead", Map.of("decision", "AGREE"));
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_GiveCompensation",
                Map.of("decision", "GIVEN", "proof", "Voucher 77, mailed at noon."));

        // then
        assertThat(driver.openTasks(reference)).isEmpty();
        assertThat(only().state()).isEqualTo(State.GIVEN);
        assertThat(only().decision().decidedBy()).isEqualTo("crisislead");
        assertThat(left(ANNA).person()).isEqualByComparingTo("24.50");
        assertThat(driver.acts(reference))
                .containsSubsequence("compensation.proposed", "compensation.agreed", "compensation.given");
    }

    @Test
    void shouldEndWithoutMoneyWhenTheSecondPersonSaysNo() {
        // given
        propose(ANNA, "50");

        // when
        decide("crisislead", Map.of("decision", "REFUSE", "reason", "The parcel came in time."));

        // then
        assertThat(driver.openTasks(reference)).isEmpty();
        assertThat(only().state()).isEqualTo(State.REFUSED);
        assertThat(left(ANNA).person()).isEqualByComparingTo("50");
    }

    @Test
    void shouldFreeTheMoneyOfWhatWasNotHandedOver() {
        // given
        propose(ANNA, "50");
        decide("crisislead", Map.of("decision", "AGREE"));
        assertThat(left(ANNA).person()).isZero();

        // when
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_GiveCompensation",
                Map.of("decision", "NOT_GIVEN", "reason", "She wants nothing."));

        // then
        assertThat(only().state()).isEqualTo(State.NOT_GIVEN);
        assertThat(left(ANNA).person()).isEqualByComparingTo("50");
    }

    @Test
    void shouldAskCrisisLeadsAsThePlanSaysAndManagement() {
        // when
        propose(ANNA, "10");

        // then
        assertThat(taskService.getIdentityLinksForTask(
                        driver.task(reference, "UserTask_AgreeToCompensation").getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactlyInAnyOrder("crisislead", "management");
        assertThatThrownBy(() -> decide("communitymanager2", Map.of("decision", "AGREE")))
                .hasMessageContaining("TASK_WORK");
    }

    @Test
    void shouldRefuseTheDecisionOfWhoeverWroteInTheProposal() {
        // given
        transaction.executeWithoutResult(
                status -> compensations.propose(parsed(), ANNA, offer("10"), MANAGER, Set.of("crisislead")));

        // when, then
        assertThatThrownBy(() -> decide("crisislead", Map.of("decision", "AGREE")))
                .hasMessageContaining("You wrote in this proposal; somebody else decides about it.");
        assertThatThrownBy(() -> decide("crisislead", Map.of("decision", "REFUSE", "reason", "No.")))
                .hasMessageContaining("You wrote in this proposal; somebody else decides about it.");
        assertThatThrownBy(() -> jdbc.sql("INSERT INTO firebreak.compensation_decision"
                                + " VALUES (?, 'communitymanager', true, NULL, NULL, 'crisislead', now())")
                        .param(only().id())
                        .update())
                .hasMessageContaining("does not decide about it");
        assertThat(only().state()).isEqualTo(State.PROPOSED);
        decide("crisislead2", Map.of("decision", "AGREE"));
        assertThat(only().state()).isEqualTo(State.AGREED);
    }

    @Test
    void shouldNotCallInWhoeverWroteInTheProposal() {
        // given
        transaction.executeWithoutResult(
                status -> compensations.propose(parsed(), ANNA, offer("10"), MANAGER, Set.of("management")));

        // when
        clock.advance(Duration.ofHours(8));
        driver.runJob(reference, "BoundaryEvent_AgreementOverdue");

        // then
        assertThat(taskService.getIdentityLinksForTask(
                        driver.task(reference, "UserTask_AgreeToCompensation").getId()))
                .extracting(IdentityLink::getUserId)
                .doesNotContain("management")
                .contains("management2");
    }

    @Test
    void shouldRefuseTheAgreementOfWhoeverProposedIt() {
        // given
        transaction.executeWithoutResult(
                status -> compensations.propose(parsed(), ANNA, offer("10"), new Actor("crisislead"), Set.of()));

        // when, then
        assertThatThrownBy(() -> decide("crisislead", Map.of("decision", "AGREE")))
                .hasMessageContaining("You proposed this compensation; somebody else decides");
        assertThatThrownBy(() -> decide("crisislead", Map.of("decision", "REFUSE", "reason", "No.")))
                .hasMessageContaining("somebody else decides");
        assertThat(only().state()).isEqualTo(State.PROPOSED);
        assertThat(driver.acts(reference)).contains("compensation.notAgreed");
        decide("crisislead2", Map.of("decision", "AGREE"));
        assertThat(only().state()).isEqualTo(State.AGREED);
    }

    @Test
    void shouldTakeTheWordOfACrisisLeadAloneThatSomebodyWasAffected() {
        // given
        propose(NOBODY_KNOWS, "10");

        // when, then
        assertThatThrownBy(() -> decide("crisislead", Map.of("decision", "AGREE")))
                .hasMessageContaining("How you know that this person was affected is missing");
        assertThatThrownBy(() -> decide("management", Map.of("decision", "AGREE", "affected", "I think so.")))
                .hasMessageContaining("only a crisis lead can say so");
        decide("crisislead", Map.of("decision", "AGREE", "affected", "She sent a photo of the cake."));
        assertThat(only().decision().affected()).isEqualTo("She sent a photo of the cake.");
    }

    @Test
    void shouldOfferNothingBeforeAnExplanation() {
        // given
        reference = starter.comment("Another late parcel");

        // when, then
        assertThatThrownBy(() -> propose(ANNA, "10")).hasMessageContaining("please send a reply first");
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50.01 | EUR | leaves 50 EUR for @anna, who gets 50 EUR within twelve months at most",
                "10    | PLN | is paid in EUR"
            })
    void shouldOfferNoMoreThanThePlanAllows(String amount, String currency, String sentence) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> compensations.propose(
                        parsed(),
                        ANNA,
                        Offer.of(PrivateWay.MAIL, amount, currency, "The cake inside is ruined."),
                        MANAGER,
                        Set.of())))
                .hasMessageContaining(sentence);
    }

    @Test
    void shouldCountWhatOnePersonGotInOtherCasesUntilItIsAYearAgo() {
        // given
        propose(ANNA, "40");
        decide("crisislead", Map.of("decision", "AGREE"));
        reference = starter.comment("Another late parcel");
        answer(reference);

        // when, then
        Recipient otherwiseSpelled = new Recipient("Anna", "Network.Example", "4711");
        assertThatThrownBy(() -> propose(otherwiseSpelled, "20")).hasMessageContaining("leaves 10 EUR for Anna");
        clock.advance(Duration.ofDays(367));
        propose(otherwiseSpelled, "20");
    }

    @Test
    void shouldCountWhatTheCaseHasGivenAndTheMonth() {
        // given
        for (int person = 1; person <= 4; person++) {
            agreed(reference, person, "50");
        }

        // when, then
        assertThatThrownBy(() -> propose(person(5), "1")).hasMessageContaining("leaves 0 EUR for " + reference);
        for (int other = 0; other < 2; other++) {
            reference = starter.comment("Another late parcel");
            answer(reference);
            for (int person = 1; person <= 3; person++) {
                agreed(reference, 10 + 10 * other + person, "50");
            }
        }
        assertThatThrownBy(() -> propose(person(6), "1"))
                .hasMessageContaining("in this month, which has 500 EUR at most");
    }

    @Test
    void shouldNotLetTwoWhoAgreeAtOnceSpendMoreThanThereIs() throws Exception {
        // given
        Compensation one = propose(ANNA, "30");
        Compensation two = propose(ANNA, "30");

        // when
        List<Boolean> done = atOnce(() -> agreesTo(one, "crisislead"), () -> agreesTo(two, "crisislead2"));

        // then
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(left(ANNA).person()).isEqualByComparingTo("20");
    }

    @Test
    void shouldLetOneOfTwoDecideAboutTheSameProposal() throws Exception {
        // given
        Compensation one = propose(ANNA, "30");

        // when
        List<Boolean> done = atOnce(() -> agreesTo(one, "crisislead"), () -> agreesTo(one, "crisislead2"));

        // then
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(left(ANNA).person()).isEqualByComparingTo("20");
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> compensations.refuse(one.id(), "Late.", new Actor("crisislead2"))))
                .hasMessageContaining("has decided about this compensation already");
    }

    @Test
    void shouldHandOverNothingThatNobodyAgreedToWhateverTheProcessSays() {
        // given
        propose(ANNA, "30");
        String instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("CompensateCustomer")
                .singleResult()
                .getId();
        runtimeService
                .createProcessInstanceModification(instance)
                .startBeforeActivity("UserTask_GiveCompensation")
                .execute();

        // when, then
        assertThatThrownBy(() -> driver.complete(
                        "communitymanager",
                        reference,
                        "UserTask_GiveCompensation",
                        Map.of("decision", "GIVEN", "proof", "Voucher 77.")))
                .hasMessageContaining("Nobody else has agreed");
        assertThat(left(ANNA).person()).isEqualByComparingTo("50");
    }

    @Test
    void shouldGoOnWhenTheCaseIsClosedMeanwhile() {
        // given
        propose(ANNA, "30");
        transaction.executeWithoutResult(status -> cases.close(parsed(), CaseOutcome.ANSWERED));

        // when
        decide("crisislead", Map.of("decision", "AGREE"));
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_GiveCompensation",
                Map.of("decision", "GIVEN", "proof", "Voucher 77."));

        // then
        assertThat(only().state()).isEqualTo(State.GIVEN);
    }

    @ParameterizedTest
    @CsvSource({
        "UserTask_AgreeToCompensation, BoundaryEvent_AgreementOverdue, PT8H, management",
        "UserTask_GiveCompensation, BoundaryEvent_HandoverOverdue, P2D, crisislead"
    })
    void shouldCallInTheNextInCommandWhenNobodyAnswers(String task, String timer, Duration after, String called) {
        // given
        propose(ANNA, "30");
        if (task.equals("UserTask_GiveCompensation")) {
            decide("crisislead", Map.of("decision", "AGREE"));
        }

        // when
        clock.advance(after);
        driver.runJob(reference, timer);

        // then
        assertThat(taskService.getIdentityLinksForTask(
                        driver.task(reference, task).getId()))
                .extracting(IdentityLink::getUserId)
                .contains(called);
        assertThat(driver.acts(reference)).contains("task.escalated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compensation", "compensation_decision", "compensation_end"})
    void shouldNeverChangeWhatWasDecided(String table) {
        // given
        propose(ANNA, "30");
        decide("crisislead", Map.of("decision", "AGREE"));
        driver.complete(
                "communitymanager",
                reference,
                "UserTask_GiveCompensation",
                Map.of("decision", "GIVEN", "proof", "Voucher 77."));

        // when, then
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM firebreak." + table).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed or removed");
    }

    private boolean agreesTo(Compensation proposed, String user) {
        try {
            transaction.executeWithoutResult(status -> compensations.agree(proposed.id(), null, new Actor(user)));
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> both = people.invokeAll(List.of(one, other));
            return List.of(both.get(0).get(), both.get(1).get());
        } finally {
            people.shutdownNow();
        }
    }

    private void agreed(String in, int person, String amount) {
        Compensation proposed = propose(person(person), amount);
        transaction.executeWithoutResult(status -> compensations.agree(proposed.id(), null, new Actor("crisislead")));
        assertThat(proposed.reference().toString()).isEqualTo(in);
    }

    private static Recipient person(int number) {
        return new Recipient("@person" + number, "network.example", "order " + number);
    }

    private Compensation propose(Recipient recipient, String amount) {
        return transaction.execute(
                status -> compensations.propose(parsed(), recipient, offer(amount), MANAGER, Set.of()));
    }

    private static Offer offer(String amount) {
        return new Offer(PrivateWay.MAIL, new BigDecimal(amount), "EUR", "The cake inside is ruined.");
    }

    private void decide(String user, Map<String, Object> values) {
        driver.complete(user, reference, "UserTask_AgreeToCompensation", values);
    }

    private Budgets.Left left(Recipient recipient) {
        return budgets.left(parsed(), recipient).orElseThrow();
    }

    private Compensation only() {
        List<Compensation> all = compensations.of(parsed());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** A reply was sent, without the process around it. */
    private void answer(String of) {
        CaseReference answered = CaseReference.parse(of);
        Reply reply = transaction.execute(status -> replies.write(
                answered,
                ReplyText.of(
                        Way.MAIL,
                        "%s %s: that is what became of it.".formatted(UUID.randomUUID(), UUID.randomUUID()),
                        false),
                MANAGER,
                Set.of()));
        transaction.executeWithoutResult(
                status -> replies.agree(answered, reply.sha256(), null, new Actor("spokesperson")));
        clock.advance(CommentDriver.COOL_DOWN);
        transaction.executeWithoutResult(
                status -> replies.send(answered, reply.sha256(), null, "Seen in the outbox.", MANAGER));
    }

    private CaseReference parsed() {
        return CaseReference.parse(reference);
    }
}
