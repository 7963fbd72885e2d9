package io.firebreak.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.ledger.Ledger;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.notification.AddressBook.Recipient;
import io.firebreak.notification.means.Outcome;
import io.firebreak.notification.means.ScriptedSenders;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told is sent: by the next means when one fails, again when a node dies, and no longer when it is settled. */
@FirebreakTest
class NoticesTest {

    private static final Means TASKLIST = new Means(Means.Kind.TASKLIST, null, null, null);
    private static final Means MAIL = new Means(Means.Kind.EMAIL, null, null, null);
    private static final Means PAGER =
            webhook(new Webhook("pager", Webhook.Form.GENERIC, "https://pager.example/hook", "key"), null);
    private static final Means PHONE_LATER =
            webhook(new Webhook("phone", Webhook.Form.GOALERT, "https://call.example", "key"), Duration.ofMinutes(15));

    private static final Outcome.Failed DOWN = new Outcome.Failed("The mail server can't be reached.", null);

    @Autowired
    private Notices application;

    @Autowired
    private NoticeStore store;

    @Autowired
    private DeliveryStore deliveries;

    @Autowired
    private DeliveryQueue queue;

    @Autowired
    private DeliveryResults results;

    @Autowired
    private NextMeans nextMeans;

    @Autowired
    private NoticeWriter writer;

    @Autowired
    private NotificationProperties settings;

    @Autowired
    private NotificationHealthIndicator health;

    @Autowired
    private NoticeDriver driver;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final Map<String, List<Means>> plan = new HashMap<>();
    private final ScriptedSenders senders = new ScriptedSenders();
    private final UUID ask = UUID.randomUUID();
    private Notices notices;
    private NoticeRound round;
    private String reference;

    @BeforeEach
    void begin() {
        driver.forgetEverything();
        notices = new Notices(this::find, store, deliveries, nextMeans, clock, events);
        round = new NoticeRound(queue, results, writer, senders, settings);
        reference = "CR-1999-" + UUID.randomUUID();
    }

    @AfterEach
    void end() {
        driver.forgetEverything();
    }

    private Recipient find(String userId) {
        List<Means> means = plan.get(userId);
        return means == null
                ? null
                : new Recipient(
                        userId, "Anna Nowak", userId + "@brand.example", "pl", ZoneId.of("Europe/Warsaw"), means);
    }

    @Test
    void shouldTellOnlyWhatWasDecidedForGood() {
        // given
        plan.put("anna", List.of(MAIL));

        // when
        transaction.executeWithoutResult(status -> {
            notices.tell(question("anna"));
            status.setRollbackOnly();
        });
        round.runAndWait();

        // then
        assertThat(senders.attempts()).isEmpty();
        assertThatThrownBy(() -> application.tell(question("legal")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> application.settle(ask)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void shouldUseTheFirstMeansThatWakesSomebodyAndNoOther() {
        // given
        plan.put("anna", List.of(TASKLIST, MAIL, PAGER));
        UUID told = tell(reminder("anna"));

        // when
        round.runAndWait();
        clock.advance(Duration.ofHours(20));
        round.runAndWait();

        // then
        assertThat(senders.kinds()).containsExactly(Means.Kind.EMAIL);
        assertThat(senders.attempts().get(0).means().address()).isEqualTo("anna@brand.example");
        assertThat(statesOf(told)).containsExactly(DeliveryState.SHOWN, DeliveryState.SENT, DeliveryState.STOPPED);
        assertThat(store.find(told).orElseThrow().isEnded()).isTrue();
    }

    @Test
    void shouldTryTheNextMeansWithinAMinuteWhenOneFails() {
        // given
        plan.put("anna", List.of(TASKLIST, MAIL, PAGER));
        senders.then(Means.Kind.EMAIL, DOWN, DOWN);
        UUID told = tell(question("anna"));
        Instant begin = clock.instant();

        // when the first attempt, the second one two seconds later, then the next means
        round.runAndWait();
        round.runAndWait();
        assertThat(senders.kinds()).containsExactly(Means.Kind.EMAIL);
        clock.advance(Duration.ofSeconds(2));
        round.runAndWait();
        round.runAndWait();

        // then
        assertThat(senders.kinds()).containsExactly(Means.Kind.EMAIL, Means.Kind.EMAIL, Means.Kind.WEBHOOK);
        assertThat(Duration.between(begin, clock.instant())).isLessThan(Duration.ofSeconds(10));
        assertThat(statesOf(told)).containsExactly(DeliveryState.SHOWN, DeliveryState.FAILED, DeliveryState.SENT);
        assertThat(ledger.of(reference)).isEmpty();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void shouldNotTryAgainWhatTheOtherSideWillNeverTake() {
        // given
        plan.put("anna", List.of(MAIL, PAGER));
        senders.then(Means.Kind.EMAIL, new Outcome.Refused("The mail server refused it (550)."));
        UUID told = tell(question("anna"));

        // when
        round.runAndWait();
        round.runAndWait();

        // then
        assertThat(senders.kinds()).containsExactly(Means.Kind.EMAIL, Means.Kind.WEBHOOK);
        assertThat(statesOf(told)).containsExactly(DeliveryState.REFUSED, DeliveryState.SENT);
    }

    @Test
    void shouldUseADelayedMeansAtItsTimeWhenNobodyHasAnswered() {
        // given
        plan.put("anna", List.of(MAIL, PHONE_LATER));
        tell(question("anna"));
        round.runAndWait();

        // when
        clock.advance(Duration.ofMinutes(14));
        round.runAndWait();
        List<Means.Kind> before = senders.kinds();
        clock.advance(Duration.ofMinutes(1));
        round.runAndWait();

        // then
        assertThat(before).containsExactly(Means.Kind.EMAIL);
        assertThat(senders.kinds()).containsExactly(Means.Kind.EMAIL, Means.Kind.WEBHOOK);
    }

    @Test
    void shouldSendNothingMoreOnceTheQuestionIsSettled() {
        // given
        plan.put("anna", List.of(MAIL, PHONE_LATER));
        UUID told = tell(question("anna"));
        round.runAndWait();

        // when
        transaction.executeWithoutResult(status -> notices.settle(ask));
        clock.advance(Duration.ofMinutes(20));
        round.runAndWait();

        // then
        assertThat(senders.kinds()).containsExactly(Means.Kind.EMAIL);
        assertThat(statesOf(told)).containsExactly(DeliveryState.SENT, DeliveryState.STOPPED);
    }

    @Test
    void shouldSendNothingMoreWhenTheQuestionIsSettledWhileItIsBeingSent() {
        // given
        plan.put("anna", List.of(MAIL, PAGER));
        UUID told = tell(question("anna"));
        List<Dispatch> taken = queue.take("mail", 5);

        // when
        transaction.executeWithoutResult(status -> notices.settle(ask));
        results.keep(taken.get(0), DOWN);
        clock.advance(DeliveryQueue.LAPSE.plusSeconds(1));
        round.runAndWait();

        // then
        assertThat(senders.attempts()).isEmpty();
        assertThat(statesOf(told)).containsExactly(DeliveryState.STOPPED, DeliveryState.STOPPED);
    }

    @Test
    void shouldNotWaitForADelayedMeansWhenNothingBeforeGotThrough() {
        // given
        plan.put("anna", List.of(MAIL, PHONE_LATER));
        senders.then(Means.Kind.EMAIL, new Outcome.Refused("No right mail address of this person is known."));
        tell(question("anna"));

        // when
        round.runAndWait();
        round.runAndWait();

        // then
        assertThat(senders.kinds()).containsExactly(Means.Kind.EMAIL, Means.Kind.WEBHOOK);
    }

    @Test
    void shouldWakeNobodyTwiceWhereNothingIsAsked() {
        // given
        plan.put("anna", List.of(MAIL, PHONE_LATER));
        UUID told = tell(reminder("anna"));

        // when
        round.runAndWait();
        clock.advance(Duration.ofMinutes(20));
        round.runAndWait();

        // then
        assertThat(senders.kinds()).containsExactly(Means.Kind.EMAIL);
        assertThat(statesOf(told)).containsExactly(DeliveryState.SENT, DeliveryState.STOPPED);
    }

    @Test
    void shouldSayThatNobodyCouldBeToldAndGoOnTrying() {
        // given
        plan.put("anna", List.of(TASKLIST, MAIL, PAGER));
        Outcome.Failed silent = new Outcome.Failed("It did not answer in 10 seconds.", null);
        senders.then(Means.Kind.EMAIL, DOWN, DOWN, DOWN).then(Means.Kind.WEBHOOK, silent, silent, silent);
        UUID told = tell(question("anna"));

        // when each fails twice
        roundsOver(Duration.ofSeconds(5));

        // then
        assertThat(ledger.of(reference))
                .singleElement()
                .extracting(LedgerEntry::sentence)
                .isEqualTo(
                        "Nobody could be told: anna was to hear of \"Approve the statement\", and no means got through."
                                + " e-mail: The mail server can't be reached. pager (generic): It did not answer in 10 seconds.");
        assertThat(health.health().getStatus()).isEqualTo(NotificationHealthIndicator.DEGRADED);
        assertThat(health.health().getDetails()).containsEntry("undelivered", 1L);
        assertThat(senders.attempts()).hasSize(4);

        // when the first round a minute later fails as well, and the one after that works
        roundsOver(Duration.ofSeconds(59));
        assertThat(senders.attempts()).hasSize(6);
        roundsOver(Duration.ofSeconds(100));
        assertThat(senders.attempts()).hasSize(6);
        roundsOver(Duration.ofSeconds(30));

        // then
        assertThat(senders.attempts()).hasSize(7);
        assertThat(store.find(told).orElseThrow().isReached()).isTrue();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(ledger.of(reference)).hasSize(1);
    }

    @Test
    void shouldSayThatNobodyCouldBeToldWhenThereIsNoSuchUser() {
        // when
        tell(question("nobody"));

        // then
        assertThat(ledger.of(reference))
                .singleElement()
                .extracting(LedgerEntry::sentence)
                .asString()
                .contains("Nobody could be told: nobody was to hear of", "There is no user with this id.");
        assertThat(health.health().getStatus()).isEqualTo(NotificationHealthIndicator.DEGRADED);
    }

    @Test
    void shouldNotCallAServerAgainBeforeItWantsToBeCalled() {
        // given
        plan.put("anna", List.of(PAGER));
        senders.then(Means.Kind.WEBHOOK, new Outcome.Failed("It answered 429.", Duration.ofMinutes(5)));
        tell(question("anna"));

        // when
        round.runAndWait();
        roundsOver(Duration.ofSeconds(290));
        List<Means.Kind> before = senders.kinds();
        roundsOver(Duration.ofSeconds(11));

        // then
        assertThat(before).hasSize(1);
        assertThat(senders.kinds()).hasSize(2);
    }

    @Test
    void shouldSendAgainWhatANodeSentThatDiedBeforeItCouldSaySo() {
        // given a node that sends and is killed
        plan.put("anna", List.of(MAIL));
        UUID told = tell(question("anna"));
        Dispatch dying = queue.take("mail", 5).get(0);
        senders.send(dying.delivery().means(), writer.write(dying));

        // when
        round.runAndWait();
        List<Means.Kind> before = senders.kinds();
        clock.advance(DeliveryQueue.LAPSE.plusSeconds(1));
        round.runAndWait();

        // then twice, with the same id, and never not at all
        assertThat(before).hasSize(1);
        assertThat(senders.attempts()).hasSize(2);
        assertThat(senders.attempts().get(0).message().id())
                .isEqualTo(senders.attempts().get(1).message().id());
        assertThat(statesOf(told)).containsExactly(DeliveryState.SENT);
    }

    @Test
    void shouldNotLetALateFailureUndoWhatAnotherNodeSent() {
        // given
        plan.put("anna", List.of(MAIL, PAGER));
        UUID told = tell(question("anna"));
        Dispatch slow = queue.take("mail", 5).get(0);
        clock.advance(DeliveryQueue.LAPSE.plusSeconds(1));
        round.runAndWait();

        // when
        results.keep(slow, DOWN);
        round.runAndWait();

        // then
        assertThat(senders.kinds()).containsExactly(Means.Kind.EMAIL);
        assertThat(statesOf(told)).containsExactly(DeliveryState.SENT, DeliveryState.LATER);
    }

    @Test
    void shouldLetEachOfSeveralNodesSendSomethingElse() throws Exception {
        // given
        plan.put("anna", List.of(MAIL));
        for (int number = 0; number < 60; number++) {
            tell(question("anna"));
        }
        NoticeRound other = new NoticeRound(queue, results, writer, senders, settings);

        // when both look again and again until nothing is left
        Thread node = new Thread(() -> untilNothingIsDue(other));
        node.start();
        untilNothingIsDue(round);
        node.join();

        // then
        assertThat(senders.attempts()).hasSize(60);
        assertThat(senders.attempts().stream()
                        .map(attempt -> attempt.message().id())
                        .distinct())
                .hasSize(60);
    }

    private void untilNothingIsDue(NoticeRound node) {
        while (!queue.serversWithWork().isEmpty()) {
            node.runAndWait();
        }
    }

    @Test
    void shouldSendNothingThatHasExpired() {
        // given
        plan.put("anna", List.of(MAIL));
        UUID told = tell(question("anna"));

        // when
        clock.advance(Notices.DEFAULT_LIFE);
        round.runAndWait();
        driver.cleanUp();

        // then
        assertThat(senders.attempts()).isEmpty();
        assertThat(statesOf(told)).containsExactly(DeliveryState.STOPPED);
    }

    @Test
    void shouldForgetWhatIsLongOver() {
        // given
        plan.put("anna", List.of(MAIL));
        UUID told = tell(reminder("anna"));
        round.runAndWait();

        // when
        clock.advance(Duration.ofDays(89));
        driver.cleanUp();
        boolean kept = store.find(told).isPresent();
        clock.advance(Duration.ofDays(2));
        driver.cleanUp();

        // then
        assertThat(kept).isTrue();
        assertThat(store.find(told)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM firebreak.notice_delivery")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void shouldSendAtOnceWhenSomethingIsToldAndStopInOrder() throws Exception {
        // given a worker that would look by itself in an hour only
        CountDownLatch sent = new CountDownLatch(1);
        NoticeRound counted = new NoticeRound(queue, results, writer, senders, settings) {
            @Override
            List<CompletableFuture<Void>> run(Runnable whenRoom) {
                return super.run(() -> {
                    sent.countDown();
                    whenRoom.run();
                });
            }
        };
        NotificationProperties hourly =
                new NotificationProperties(true, Duration.ofHours(1), Duration.ofSeconds(1), null, Map.of());
        NoticeWorker worker = new NoticeWorker(counted, queue, hourly, clock);
        worker.start();
        plan.put("anna", List.of(MAIL));

        // when
        UUID told = tell(reminder("anna"));
        worker.onTold(new NoticesTold());

        // then
        assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();
        worker.stop();
        assertThat(worker.isRunning()).isFalse();
        assertThat(statesOf(told)).containsExactly(DeliveryState.SENT);
    }

    /** Looks at each second of this time, so that each thing is done when it is due. */
    private void roundsOver(Duration time) {
        for (long second = 0; second <= time.toSeconds(); second++) {
            round.runAndWait();
            round.runAndWait();
            clock.advance(Duration.ofSeconds(1));
        }
    }

    private UUID tell(Notice notice) {
        return transaction.execute(status -> notices.tell(notice));
    }

    private List<DeliveryState> statesOf(UUID notice) {
        return deliveries.of(notice).stream().map(Delivery::state).toList();
    }

    private Notice question(String person) {
        return new Notice(person, Notice.Kind.ASKED, reference, "task-1", details(), ask, null);
    }

    private Notice reminder(String person) {
        return new Notice(person, Notice.Kind.REMINDED, reference, "task-1", details(), null, null);
    }

    private static Map<String, String> details() {
        return Map.of(Notice.TASK_NAME, "Approve the statement", Notice.CASE_TITLE, "Żółć w paczkach");
    }

    private static Means webhook(Webhook webhook, Duration after) {
        return new Means(Means.Kind.WEBHOOK, null, webhook, after);
    }
}
