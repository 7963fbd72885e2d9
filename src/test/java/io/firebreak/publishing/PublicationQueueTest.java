package io.firebreak.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.publishing.ScriptedChannels.Scripted;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Picture;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.Statements;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.TestClock;
import java.sql.Connection;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a publication, whatever a channel answers and whoever dies in between. */
@PublishingTest
class PublicationQueueTest {

    private static final Actor AUTHOR = new Actor("spokesperson");
    private static final Actor APPROVER = new Actor("legal");
    private static final Actor PERSON = new Actor("communitymanager");
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private static final Duration PROBE_AFTER = Duration.ofSeconds(5);
    private static final Duration PROBE_AGAIN_AFTER = Duration.ofSeconds(30);

    @Autowired
    private Publishing publishing;

    @Autowired
    private PublicationDecisions decisions;

    @Autowired
    private PublicationRound round;

    @Autowired
    private PublicationQueue queue;

    @Autowired
    private PublicationResults results;

    @Autowired
    private Accounts accounts;

    @Autowired
    private NodeSession session;

    @Autowired
    private PublicationDriver publications;

    @Autowired
    private ScriptedChannels channels;

    @Autowired
    private Statements statements;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    private String reference;
    private Scripted network;
    private Scripted press;

    @BeforeEach
    void approveAText() {
        network = channels.channel("network");
        press = channels.channel("press-list");
        reference = driver.reportedOwnSlip("To be published");
        write("One", false);
        approve();
    }

    @AfterEach
    void leaveNothingForTheNextTest() {
        channels.reset();
        publications.forgetEverything();
    }

    @Test
    void shouldReachEveryChannelAndAddresseeOnce() {
        // when
        publish();
        publish();

        // then
        assertThat(network.calls()).hasSize(1);
        assertThat(press.calls())
                .extracting(Delivery::addressee)
                .containsExactlyInAnyOrder("ann@press.example", "bob@press.example");
        assertThat(states("network", "press-list", "newsroom")).containsOnly(PublicationState.SENT);
        assertThat(driver.acts(reference))
                .filteredOn("statement.published"::equals)
                .hasSize(3);
    }

    @Test
    void shouldCallAChannelOutsideOfAnyTransaction() {
        // given
        AtomicReference<Boolean> open = new AtomicReference<>();
        network.during(() -> open.set(TransactionSynchronizationManager.isActualTransactionActive()));

        // when
        publish();

        // then
        assertThat(open).hasValue(false);
    }

    @Test
    void shouldShowWhoIsSendingWhileItIsSent() {
        // given
        AtomicReference<PublicationState> seen = new AtomicReference<>();
        network.during(() -> seen.set(only("network").state()));

        // when
        publish();

        // then
        assertThat(seen).hasValue(PublicationState.SENDING);
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
    }

    @Test
    void shouldSendTheBytesThatWereApprovedOnEveryAttempt() {
        // given
        network.answer(new Outcome.NotSent("The server is down."));

        // when
        publish();
        clock.advance(Duration.ofMinutes(1));
        round.runAndWait();

        // then
        assertThat(network.calls()).hasSize(2);
        assertThat(network.calls().get(1)).isEqualTo(network.calls().get(0));
    }

    @Test
    void shouldWaitBeforeItTriesAgain() {
        // given
        network.answer(new Outcome.NotSent("The server is down."));
        publish();

        // when
        round.runAndWait();

        // then
        assertThat(network.calls()).hasSize(1);
        assertThat(only("network").state()).isEqualTo(PublicationState.RETRY);
        assertThat(only("network").progress().reason()).isEqualTo("The server is down.");
    }

    @Test
    void shouldLeaveTheWholeAccountAloneWhenTheServerAsksForIt() {
        // given
        network.answer(new Outcome.NotSent("Too many.", Duration.ofSeconds(60)));
        publish();
        String first = reference;
        anotherCase();

        // when
        publish();
        clock.advance(Duration.ofSeconds(59));
        round.runAndWait();

        // then
        assertThat(network.calls()).hasSize(1);
        clock.advance(Duration.ofSeconds(3));
        round.runAndWait();
        assertThat(network.calls()).as("one goes first").hasSize(2);
        round.runAndWait();
        assertThat(network.calls()).hasSize(3);
        assertThat(publishing.of(first)).allMatch(publication -> publication.isSettled() || publication.byHand());
    }

    @Test
    void shouldAskABusyServerOnceForEachPauseThatItAsksFor() {
        // given
        network.answer(new Outcome.NotSent("Too many.", Duration.ofSeconds(60)));
        publish();
        for (int number = 0; number < 3; number++) {
            anotherCase();
            publish();
        }

        // when
        for (int pause = 0; pause < 3; pause++) {
            network.answer(new Outcome.NotSent("Still too many.", Duration.ofSeconds(60)));
            clock.advance(Duration.ofSeconds(62));
            round.runAndWait();
            round.runAndWait();
        }

        // then
        assertThat(network.calls()).hasSize(4);
        clock.advance(Duration.ofSeconds(62));
        round.runAndWait();
        assertThat(network.calls()).as("it takes one").hasSize(5);
        round.runAndWait();
        assertThat(network.calls()).as("and then all others").hasSize(8);
    }

    @Test
    void shouldNotPauseLongerBecauseManyFailedAtOnce() {
        // given
        for (int number = 0; number < 8; number++) {
            network.answer(new Outcome.NotSent("The server is down."));
        }
        for (int number = 0; number < 8; number++) {
            queueFor(Audience.PUBLIC);
            anotherCase();
        }
        round.runAndWait();
        round.runAndWait();
        assertThat(network.calls()).hasSize(8);

        // when
        clock.advance(Duration.ofSeconds(31));
        round.runAndWait();

        // then
        assertThat(network.calls()).as("one goes first").hasSize(9);
        round.runAndWait();
        assertThat(network.calls()).hasSizeGreaterThan(9);
    }

    @Test
    void shouldNotForgetWhoGoesFirstWhenNobodyIsThereToGo() {
        // given
        network.answer(new Outcome.NotSent("Too many.", Duration.ofSeconds(60)));
        publish();
        network.acceptAndLoseTheAnswer();
        clock.advance(Duration.ofSeconds(62));
        round.runAndWait();
        assertThat(only("network").state()).isEqualTo(PublicationState.UNKNOWN);
        clock.advance(PROBE_AFTER.plusSeconds(40));
        anotherCase();

        // when
        round.runAndWait();
        publish();

        // then
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
    }

    @Test
    void shouldAskAPersonAfterAnHourOfTrying() {
        // given
        publishDownFor(Duration.ofMinutes(70));

        // then
        assertThat(only("network").state()).isEqualTo(PublicationState.FAILED);
        assertThat(only("network").progress().reason()).startsWith("It was tried for 60 minutes");
        assertThat(standing("network")).isEqualTo(Standing.BY_HAND);
        assertThat(driver.acts(reference)).contains("publication.failed");
    }

    private void publishDownFor(Duration duration) {
        for (int attempt = 0; attempt < 200; attempt++) {
            network.answer(new Outcome.NotSent("The server is down."));
        }
        publish();
        for (Duration passed = Duration.ZERO;
                passed.compareTo(duration) < 0;
                passed = passed.plus(Duration.ofSeconds(30))) {
            clock.advance(Duration.ofSeconds(30));
            round.runAndWait();
        }
    }

    @Test
    void shouldNotRepeatWhatTheChannelRefuses() {
        // given
        network.answer(new Outcome.Rejected("The text is too long."));

        // when
        publish();
        clock.advance(Duration.ofHours(1));
        round.runAndWait();

        // then
        assertThat(network.calls()).hasSize(1);
        assertThat(only("network").state()).isEqualTo(PublicationState.FAILED);
    }

    @Test
    void shouldFindWhatWentOutAlthoughTheAnswerWasLost() {
        // given
        network.acceptAndLoseTheAnswer();
        publish();
        assertThat(only("network").state()).isEqualTo(PublicationState.UNKNOWN);

        // when
        clock.advance(PROBE_AFTER);
        round.runAndWait();

        // then
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
        assertThat(only("network").url()).isNotBlank();
        assertThat(network.calls()).hasSize(1);
        assertThat(driver.acts(reference)).contains("publication.uncertain", "publication.found");
    }

    @Test
    void shouldSendAgainOnlyWhenTwoLooksFoundNothing() {
        // given
        network.answer(new Outcome.Unknown("No answer came."));
        publish();

        // when
        round.runAndWait();
        clock.advance(PROBE_AFTER);
        round.runAndWait();
        clock.advance(PROBE_AGAIN_AFTER.minusSeconds(1));
        round.runAndWait();

        // then
        assertThat(network.calls()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        round.runAndWait();
        round.runAndWait();
        assertThat(network.calls()).hasSize(2);
        assertThat(network.live()).isEqualTo(1);
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
    }

    @Test
    void shouldKeepLookingWhileTheServerCantBeAsked() {
        // given
        network.acceptAndLoseTheAnswer();
        network.find(new Probe.NotNow("The server is down."));
        publish();
        clock.advance(PROBE_AFTER);
        round.runAndWait();
        assertThat(only("network").state()).isEqualTo(PublicationState.UNKNOWN);

        // when
        clock.advance(Duration.ofMinutes(1));
        round.runAndWait();

        // then
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
        assertThat(network.calls()).hasSize(1);
    }

    @Test
    void shouldAskAPersonTheExactQuestionWhereNobodyElseCanTell() {
        // given
        press.answer(new Outcome.Unknown("The connection broke after the mail was handed over."));
        publish();

        // when
        clock.advance(PROBE_AFTER);
        round.runAndWait();

        // then
        Publication doubtful = doubtful();
        assertThat(doubtful.progress().reason()).isEqualTo("Did " + doubtful.addressee() + " get it?");
        assertThat(standing("press-list")).isEqualTo(Standing.UNCERTAIN);
        clock.advance(Duration.ofDays(1));
        round.runAndWait();
        assertThat(press.calls()).hasSize(2);
    }

    @Test
    void shouldBelieveThePersonWhoSawIt() {
        // given
        shouldAskAPersonTheExactQuestionWhereNobodyElseCanTell();

        // when
        UUID id = doubtful().id();
        decide(() -> decisions.isPublic(caseReference(), id, null, "Ann answered to it.", PERSON));

        // then
        assertThat(standing("press-list")).isEqualTo(Standing.SETTLED);
        assertThat(press.calls()).hasSize(2);
        assertThat(driver.acts(reference)).contains("publication.confirmed");
    }

    @Test
    void shouldSendAgainWhenThePersonSaysThatItIsNotThere() {
        // given
        shouldAskAPersonTheExactQuestionWhereNobodyElseCanTell();

        // when
        UUID id = doubtful().id();
        decide(() -> decisions.isNotPublic(caseReference(), id, null, PERSON));
        round.runAndWait();

        // then
        assertThat(standing("press-list")).isEqualTo(Standing.SETTLED);
        assertThat(press.calls()).hasSize(3);
    }

    @Test
    void shouldRefuseADecisionAboutWhatWaitsForNobody() {
        // given
        publish();
        UUID id = only("network").id();

        // then
        assertThatThrownBy(() -> decide(() -> decisions.isNotPublic(caseReference(), id, null, PERSON)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("waits for nobody");
    }

    @Test
    void shouldLookFirstWhenAPersonTriesAgain() {
        // given
        network.answer(new Outcome.Rejected("The token was revoked."));
        publish();
        UUID id = only("network").id();
        network.find(new Probe.Absent());
        network.find(new Probe.Absent());

        // when
        decide(() -> decisions.tryAgain(caseReference(), id, PERSON));
        round.runAndWait();
        assertThat(network.calls()).hasSize(1);
        clock.advance(PROBE_AGAIN_AFTER);
        round.runAndWait();
        round.runAndWait();

        // then
        assertThat(network.calls()).hasSize(2);
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
    }

    @Test
    void shouldLetAPersonPublishByHand() {
        // given
        publish();
        Publication notice = only("shop-notice");
        assertThat(notice.state()).isEqualTo(PublicationState.NEEDS_HUMAN);
        assertThat(standing("shop-notice")).isEqualTo(Standing.BY_HAND);

        // when
        decide(() -> decisions.isPublic(caseReference(), notice.id(), null, "It hangs at every till.", PERSON));

        // then
        assertThat(standing("shop-notice")).isEqualTo(Standing.SETTLED);
    }

    @Test
    void shouldLeaveAChannelOutOnlyWithAReason() {
        // given
        publish();
        UUID id = only("shop-notice").id();

        // then
        assertThatThrownBy(() -> decide(() -> decisions.leaveOut(caseReference(), id, " ", PERSON)))
                .isInstanceOf(Refusal.class);
        decide(() -> decisions.leaveOut(caseReference(), id, "The shops are closed.", PERSON));
        assertThat(standing("shop-notice")).isEqualTo(Standing.SETTLED);
        assertThat(driver.acts(reference)).contains("publication.leftOut");
    }

    @Test
    void shouldSendThePartsOfAThreadInTheirOrder() {
        // given
        anotherCase("One\n---\nTwo\n---\nThree");
        queueFor(Audience.PUBLIC);

        // when
        round.runAndWait();
        assertThat(network.calls()).hasSize(1);
        round.runAndWait();
        round.runAndWait();

        // then
        List<Delivery> calls = network.calls();
        assertThat(calls).extracting(Delivery::number).containsExactly(1, 2, 3);
        assertThat(calls.get(2).previous().id()).isEqualTo(calls.get(1).key());
        assertThat(calls.get(2).root().id()).isEqualTo(calls.get(0).key());
    }

    @Test
    void shouldHoldAThreadWhileItsFirstPartIsUncertain() {
        // given
        anotherCase("One\n---\nTwo");
        network.acceptAndLoseTheAnswer();
        queueFor(Audience.PUBLIC);

        // when
        round.runAndWait();
        round.runAndWait();

        // then
        assertThat(network.calls()).hasSize(1);
    }

    @Test
    void shouldAskAPersonWhenAThreadStopsAtItsFirstPart() {
        // given
        anotherCase("One\n---\nTwo\n---\nThree");
        network.answer(new Outcome.Rejected("The token was revoked."));

        // when
        publish();
        round.runAndWait();

        // then
        assertThat(standing("network")).isEqualTo(Standing.BY_HAND);
        UUID first = publishing
                .waitingForPerson(caseReference(), null, "network")
                .get(0)
                .id();
        decide(() -> decisions.leaveOut(caseReference(), first, "The account is closed.", PERSON));
        assertThat(standing("network")).isEqualTo(Standing.SETTLED);
        assertThat(states("network")).containsOnly(PublicationState.FAILED);
    }

    @Test
    void shouldAskAPersonWhenAThreadIsUncertainAtItsFirstPart() {
        // given
        anotherCase("One\n---\nTwo");
        network.acceptAndLoseTheAnswer();
        network.find(new Probe.AskPerson("Is it there?"));

        // when
        publish();
        clock.advance(PROBE_AFTER);
        round.runAndWait();

        // then
        assertThat(standing("network")).isEqualTo(Standing.UNCERTAIN);
    }

    @Test
    void shouldAttachNothingToWhatOnlyAPersonHasSeen() {
        // given
        anotherCase("One\n---\nTwo");
        network.answer(new Outcome.Rejected("The token was revoked."));
        publish();
        UUID first = publishing
                .waitingForPerson(caseReference(), null, "network")
                .get(0)
                .id();

        // when
        decide(() -> decisions.isPublic(caseReference(), first, "https://network.example/1", "Posted.", PERSON));
        round.runAndWait();

        // then
        assertThat(network.calls()).hasSize(1);
        assertThat(standing("network")).isEqualTo(Standing.BY_HAND);
        assertThat(only("network").progress().reason()).contains("please publish this one by hand too");
    }

    @Test
    void shouldLetAPersonPutRightWhatAPersonPublished() {
        // given
        network.answer(new Outcome.Rejected("The token was revoked."));
        publish();
        UUID first = only("network").id();
        decide(() -> decisions.isPublic(caseReference(), first, "https://network.example/1", "Posted.", PERSON));

        // when
        write("Two", false);
        approve();
        publish();

        // then
        assertThat(network.calls()).hasSize(1);
        assertThat(only("network").progress().reason()).contains("please put it right there by hand too");
    }

    @Test
    void shouldComeBackToAPersonWhenTryingAgainDoesNotHelp() {
        // given
        network.answer(new Outcome.Rejected("The token was revoked."));
        publish();
        UUID id = only("network").id();
        for (int look = 0; look < 100; look++) {
            network.find(new Probe.NotNow("The token was revoked."));
        }

        // when
        decide(() -> decisions.tryAgain(caseReference(), id, PERSON));
        for (int minute = 0; minute < 70; minute++) {
            clock.advance(Duration.ofMinutes(1));
            round.runAndWait();
        }

        // then
        assertThat(standing("network")).isEqualTo(Standing.UNCERTAIN);
        assertThat(only("network").progress().reason()).contains("The token was revoked.");
    }

    @Test
    void shouldNotLeaveOutWhatMayBePublic() {
        // given
        shouldAskAPersonTheExactQuestionWhereNobodyElseCanTell();
        UUID id = doubtful().id();

        // then
        assertThatThrownBy(() -> decide(() -> decisions.leaveOut(caseReference(), id, "No.", PERSON)))
                .hasMessageContaining("please say first whether it is");
        assertThatThrownBy(() -> decide(() -> decisions.tryAgain(caseReference(), id, PERSON)))
                .hasMessageContaining("please say first whether it is");
    }

    @Test
    void shouldBelieveALateAnswerAlsoAfterTwoLooksFoundNothing() {
        // given
        queueFor(Audience.PUBLIC);
        Dispatch late = takeFor(UUID.randomUUID());
        round.runAndWait();
        clock.advance(PROBE_AFTER);
        round.runAndWait();
        clock.advance(PROBE_AGAIN_AFTER);
        network.find(new Probe.Absent());
        queue.takeToProbe(accounts.find("network").orElseThrow(), session.node(), 1)
                .forEach(dispatch -> results.keep(dispatch, new Probe.Absent()));
        assertThat(only("network").state()).isEqualTo(PublicationState.PENDING);

        // when
        results.keep(late, new Outcome.Sent(null));
        round.runAndWait();

        // then
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
        assertThat(network.calls()).isEmpty();
    }

    @Test
    void shouldTakeInWhatASlowLookFoundThoughAnotherBegan() {
        // given
        queueFor(Audience.PUBLIC);
        takeFor(UUID.randomUUID());
        round.runAndWait();
        clock.advance(PROBE_AFTER);
        Dispatch slow = look().get(0);
        clock.advance(Duration.ofSeconds(100));
        assertThat(look()).as("a look of several calls is given its time").isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(look()).as("whoever died while looking is followed").hasSize(1);

        // when
        results.keep(slow, new Probe.Found(new RemotePost("1", "https://network.example/1")));

        // then
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
    }

    private List<Dispatch> look() {
        return queue.takeToProbe(accounts.find("network").orElseThrow(), session.node(), 1);
    }

    @Test
    void shouldNotTakeOverFromItself() {
        // given
        UUID before = session.node();
        queueFor(Audience.PUBLIC);
        network.during(() -> {
            session.close();
            round.run(() -> {});
        });

        // when
        round.runAndWait();

        // then
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
        assertThat(network.calls()).hasSize(1);
        assertThat(session.node()).isNotEqualTo(before);
    }

    @Test
    void shouldPutTheEarlierPostRight() {
        // given
        publish();
        RemoteId first = new RemoteId(network.calls().get(0).key());

        // when
        write("Two", false);
        approve();
        publish();

        // then
        assertThat(network.corrected())
                .extracting(post -> new RemoteId(post.id()))
                .containsExactly(first);
        assertThat(network.live()).isEqualTo(2);
    }

    private record RemoteId(String id) {}

    @Test
    void shouldAskTheGateAgainRightBeforeItSends() {
        // given
        queueFor(Audience.PUBLIC);
        transaction.executeWithoutResult(status -> cases.close(caseReference(), CaseOutcome.REVIEWED));

        // when
        round.runAndWait();

        // then
        assertThat(network.calls()).isEmpty();
        assertThat(only("network").state()).isEqualTo(PublicationState.FAILED);
        assertThat(only("newsroom").state()).isEqualTo(PublicationState.FAILED);
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("publication.refused"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.reason()).contains("is closed"));
    }

    @Test
    void shouldNotSendATextThatWasOvertaken() {
        // given
        queueFor(Audience.PUBLIC);
        write("Two", false);
        approve();

        // when
        round.runAndWait();

        // then
        assertThat(network.calls()).isEmpty();
        assertThat(only("network").progress().reason()).contains("is out of date");
    }

    @Test
    void shouldNotSendARenderingThatWasChangedInTheDatabase() {
        // given
        queueFor(Audience.PUBLIC);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("ALTER TABLE firebreak.rendering DISABLE TRIGGER USER").update();
            jdbc.sql("UPDATE firebreak.rendering SET text = 'Evil' WHERE channel = 'network' AND version_id = ?")
                    .param(driver.latestVersion(reference).id())
                    .update();
            jdbc.sql("ALTER TABLE firebreak.rendering ENABLE TRIGGER USER").update();
        });

        // when
        round.runAndWait();

        // then
        assertThat(network.calls()).isEmpty();
        assertThat(only("network").progress().reason()).contains("is not the text that was approved");
    }

    @Test
    void shouldCarryThePicturesThatWereApproved() {
        // given
        writeWithPicture();
        approve();

        // when
        publish();

        // then
        Picture sent = network.calls().get(0).message().pictures().get(0);
        assertThat(sent.altText()).isEqualTo("The cracked kettle");
        assertThat(sent.bytes()).isEqualTo(PICTURE);
    }

    @Test
    void shouldNotSendAPictureThatWasChangedInTheDatabase() {
        // given
        writeWithPicture();
        approve();
        queueFor(Audience.PUBLIC);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("ALTER TABLE firebreak.statement_picture DISABLE TRIGGER USER")
                    .update();
            jdbc.sql("UPDATE firebreak.statement_picture SET bytes = 'evil'").update();
            jdbc.sql("ALTER TABLE firebreak.statement_picture ENABLE TRIGGER USER")
                    .update();
        });

        // when
        round.runAndWait();

        // then
        assertThat(network.calls()).isEmpty();
        assertThat(only("network").progress().reason()).contains("is not the one that was handed in");
    }

    private void writeWithPicture() {
        StatementText text = StatementText.of("en", "Title", "With a picture", false, "More is known now.", true);
        PictureFile picture = PictureFile.of("kettle.png", "The cracked kettle", PICTURE);
        transaction.executeWithoutResult(
                status -> statements.write(reference, text, List.of(picture), List.of(), AUTHOR));
    }

    @Test
    void shouldCountAQueuedApologyBeforeItIsOut() {
        // given
        anotherCase();
        for (String body : List.of("Sorry", "Sorry again")) {
            write(body, true);
            approve();
            queueFor(Audience.PUBLIC);
        }

        // when
        write("Sorry once more", true);
        approve();

        // then
        assertThatThrownBy(() -> queueFor(Audience.PUBLIC)).hasMessageContaining("has apologised twice in public");
    }

    @Test
    void shouldLeaveAnAccountAloneThatFailsAgainAndAgainAndThenTryOne() {
        // given
        for (int failure = 0; failure < AccountStore.FAILURES_TO_OPEN; failure++) {
            network.answer(new Outcome.NotSent("The server is down."));
        }
        for (int count = 0; count < 8; count++) {
            anotherCase();
            queueFor(Audience.PUBLIC);
            round.runAndWait();
        }
        assertThat(network.calls()).hasSize(AccountStore.FAILURES_TO_OPEN);

        // when
        clock.advance(Duration.ofSeconds(31));
        round.runAndWait();

        // then
        assertThat(network.calls()).hasSize(AccountStore.FAILURES_TO_OPEN + 1);
        for (int count = 0; count < 4; count++) {
            round.runAndWait();
        }
        assertThat(network.live()).isEqualTo(8);
    }

    @Test
    void shouldNotSpendMoreThanTheBudgetOfTheAccount() {
        // given
        jdbc.sql(
                        "UPDATE firebreak.channel_account SET tokens = 1, refilled_at = now() + interval '10 years' WHERE name = 'press-list'")
                .update();

        // when
        publish();

        // then
        assertThat(press.calls()).hasSize(1);
        assertThat(press.calls().get(0).addressee()).isEqualTo("ann@press.example");
    }

    @Test
    void shouldDoubtWhatADeadNodeWasSending() {
        // given
        UUID dead = UUID.randomUUID();
        queueFor(Audience.PUBLIC);
        takeFor(dead);

        // when
        round.runAndWait();

        // then
        assertThat(only("network").state()).isEqualTo(PublicationState.UNKNOWN);
        assertThat(network.calls()).isEmpty();
        clock.advance(PROBE_AFTER);
        round.runAndWait();
        clock.advance(PROBE_AGAIN_AFTER);
        round.runAndWait();
        round.runAndWait();
        assertThat(network.calls()).hasSize(1);
    }

    @Test
    void shouldNotTouchWhatALivingNodeIsSending() throws Exception {
        // given
        UUID other = UUID.randomUUID();
        queueFor(Audience.PUBLIC);
        takeFor(other);
        try (Connection life = dataSource.getConnection();
                var lock = life.prepareStatement("SELECT pg_advisory_lock(" + NodeSession.KEY + ")")) {
            lock.setString(1, other.toString());
            lock.execute();

            // when
            clock.advance(Duration.ofHours(1));
            round.runAndWait();

            // then
            assertThat(only("network").state()).isEqualTo(PublicationState.SENDING);
            try (var unlock = life.prepareStatement("SELECT pg_advisory_unlock_all()")) {
                unlock.execute();
            }
        }
    }

    @Test
    void shouldAcceptALateAnswerAndSendNothingASecondTime() {
        // given
        UUID stopped = UUID.randomUUID();
        queueFor(Audience.PUBLIC);
        Dispatch late = takeFor(stopped);
        round.runAndWait();
        assertThat(only("network").state()).isEqualTo(PublicationState.UNKNOWN);

        // when
        results.keep(late, new Outcome.Sent(null));
        clock.advance(Duration.ofHours(1));
        round.runAndWait();

        // then
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
        assertThat(network.calls()).isEmpty();
    }

    @Test
    void shouldDiscardWhatComesOfAnAttemptThatIsOutOfDate() {
        // given
        UUID stopped = UUID.randomUUID();
        queueFor(Audience.PUBLIC);
        Dispatch late = takeFor(stopped);
        round.runAndWait();
        clock.advance(PROBE_AFTER);
        round.runAndWait();
        clock.advance(PROBE_AGAIN_AFTER);
        round.runAndWait();
        round.runAndWait();
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
        String url = only("network").url();

        // when
        results.keep(late, new Outcome.Rejected("Too late."));

        // then
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
        assertThat(only("network").url()).isEqualTo(url);
    }

    @Test
    void shouldNeverUseTheNameOfANodeAgainThatLostItsConnection() {
        // given
        UUID before = session.node();

        // when
        session.close();

        // then
        assertThat(session.holds(before)).isFalse();
        assertThat(session.node()).isNotEqualTo(before);
    }

    @Test
    void shouldDoAllButTheLastCallInADrill() {
        // given
        reference = driver.reportedDrill("Only a drill");
        write("One", false);
        approve();

        // when
        publish();

        // then
        assertThat(network.calls()).isEmpty();
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
        assertThat(only("newsroom").url()).isNull();
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("statement.published"))
                .allSatisfy(entry -> assertThat(entry.sentence()).contains("this is a dry run"));
    }

    @Test
    void shouldAskAPersonWhenTheAccountIsNotSetUpAnyMore() {
        // given
        queueFor(Audience.PUBLIC);
        jdbc.sql("UPDATE firebreak.publication SET channel = 'gone' WHERE id = ?")
                .param(only("network").id())
                .update();

        // when
        round.runAndWait();
        assertThat(only("gone").state()).isEqualTo(PublicationState.PENDING);
        clock.advance(Duration.ofMinutes(11));
        round.runAndWait();

        // then
        assertThat(only("gone").state()).isEqualTo(PublicationState.FAILED);
        assertThat(only("gone").progress().reason()).contains("is not set up any more");
    }

    @Test
    void shouldLookEverythingUpAfterABackupWasRestored() {
        // given
        publish();
        jdbc.sql("ALTER TABLE firebreak.publication DISABLE TRIGGER USER").update();
        jdbc.sql("UPDATE firebreak.publication SET state = 'PENDING', not_before = created_at WHERE id = ?")
                .param(only("network").id())
                .update();
        jdbc.sql("ALTER TABLE firebreak.publication ENABLE TRIGGER USER").update();

        // when
        round.doubtEverything();
        clock.advance(PROBE_AGAIN_AFTER);
        round.runAndWait();

        // then
        assertThat(network.calls()).hasSize(1);
        assertThat(only("network").state()).isEqualTo(PublicationState.SENT);
    }

    @Test
    void shouldNoticeThatWhatIsPublicWasChanged() {
        // given
        publish();
        network.show(new ReadBack.Different("Something else"));

        // when
        clock.advance(Duration.ofMinutes(2));
        round.runAndWait();

        // then
        assertThat(only("network").progress().drift()).isEqualTo("Something else");
        assertThat(driver.acts(reference)).contains("publication.drifted");
        assertThat(jdbc.sql("SELECT text FROM firebreak.evidence WHERE case_reference = ? AND kind = 'OWN_POST'")
                        .param(reference)
                        .query(String.class)
                        .list())
                .containsExactly("Something else");
    }

    @Test
    void shouldTellAlliesWhereItIsPublic() {
        // given
        publish();

        // when
        queueFor(Audience.ALLIES);
        round.runAndWait();

        // then
        Delivery carried = channels.channel("fan-club").calls().get(0);
        assertThat(carried.links())
                .contains(only("network").url(), only("newsroom").url());
        assertThat(driver.acts(reference)).contains("allies.informed");
    }

    @Test
    void shouldTellTheAuthorAtOnceWhatFitsNowhere() {
        // given
        network.fitNothing("The text is longer than this network takes.");

        // then
        assertThatThrownBy(() -> write("Two", false))
                .isInstanceOf(Refusal.class)
                .hasMessage("network: The text is longer than this network takes.");
    }

    private void anotherCase() {
        anotherCase("Another one");
    }

    private void anotherCase(String body) {
        reference = driver.reportedOwnSlip("Another case");
        write(body, false);
        approve();
    }

    private void write(String body, boolean apology) {
        boolean correction = statements.nextIsCorrection(reference);
        StatementText text = StatementText.of("en", "Title", body, apology, "More is known now.", correction);
        transaction.executeWithoutResult(status -> statements.write(reference, text, AUTHOR));
    }

    private void approve() {
        transaction.executeWithoutResult(status -> approvals.agree(
                reference, null, Ballot.of(driver.latestVersion(reference).sha256(), null), APPROVER));
    }

    private void queueFor(Audience audience) {
        transaction.executeWithoutResult(status -> publishing.queue(caseReference(), null, audience));
    }

    private void publish() {
        queueFor(Audience.PUBLIC);
        round.runAndWait();
    }

    private void decide(Runnable decision) {
        transaction.executeWithoutResult(status -> decision.run());
    }

    /** Another node takes on what is due on the network and never tells what came of it. */
    private Dispatch takeFor(UUID node) {
        List<Dispatch> taken = queue.takeToSend(accounts.find("network").orElseThrow(), node, 1);
        assertThat(taken).hasSize(1);
        return taken.get(0);
    }

    private CaseReference caseReference() {
        return CaseReference.parse(reference);
    }

    private Standing standing(String channel) {
        return publishing.standing(caseReference(), null, channel).orElseThrow();
    }

    private Publication doubtful() {
        return publishing.of(reference).stream()
                .filter(Publication::isUncertain)
                .findFirst()
                .orElseThrow();
    }

    private Publication only(String channel) {
        List<Publication> found = publishing.of(reference).stream()
                .filter(publication -> publication.channel().equals(channel))
                .toList();
        assertThat(found).as(channel).isNotEmpty();
        return found.get(found.size() - 1);
    }

    private List<PublicationState> states(String... names) {
        return publishing.of(reference).stream()
                .filter(publication -> List.of(names).contains(publication.channel()))
                .map(Publication::state)
                .toList();
    }
}
