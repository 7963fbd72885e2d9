package io.firebreak.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseActs;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Freezes;
import io.firebreak.crisis.ResponseReopened;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.HoldingWords;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the gate lets pass of a case that says several things, and what waits behind it. */
@FirebreakTest
class SeveralTextsGateTest {

    private static final Actor AUTHOR = new Actor("spokesperson");
    private static final Actor TRANSLATOR = new Actor("communitymanager2");
    private static final Actor APPROVER = new Actor("legal");

    @Autowired
    private Publishing publishing;

    @Autowired
    private PublicationDriver publications;

    @Autowired
    private PublicationStore store;

    @Autowired
    private Statements statements;

    @Autowired
    private Approvals approvals;

    @Autowired
    private CaseActs acts;

    @Autowired
    private Freezes freezes;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    /** One for each test, so that no other test's freeze holds its cases. */
    private final String brand = "Brand " + UUID.randomUUID();

    private String reference;

    @BeforeEach
    void report() {
        reference = ownSlip("Several texts");
    }

    @AfterEach
    void leaveNothingForTheNextTest() {
        publications.forgetEverything();
    }

    @Test
    void shouldLetAHoldingStatementPassBeforeTheStatement() {
        // given
        StatementVersion holding = holding();

        // when
        publish(holding);

        // then
        assertThat(publishing.of(reference)).extracting(Publication::state).containsExactly(PublicationState.SENT);
    }

    @Test
    void shouldRefuseAHoldingStatementOnceTheStatementWasQueued() {
        // given
        StatementVersion holding = holding();
        publish(statement("Facts.", false));

        // then
        assertLeftOut(holding, "a holding statement would be older than it");
    }

    @Test
    void shouldRefuseAHoldingStatementThatWaitsInTheQueueWhenTheStatementIsQueued() {
        // given
        StatementVersion holding = holding();
        queue(holding);

        // when
        queue(statement("Facts.", false));
        publications.send();

        // then
        assertThat(of(holding).state()).isEqualTo(PublicationState.FAILED);
        assertThat(of(holding).progress().reason()).contains("a holding statement would be older than it");
    }

    @Test
    void shouldRefuseAHoldingStatementOnceTheNextWordIsApproved() {
        // given
        StatementVersion first = holding();
        holding();

        // then
        assertLeftOut(first, "The next word was approved meanwhile");
    }

    @Test
    void shouldRefuseATranslationOfAnEarlierVersion() {
        // given
        statement("Facts.", false);
        StatementVersion translation = translation();

        // when
        statement("Other facts.", false);

        // then
        assertLeftOut(translation, "the translation into pl is of an earlier one and is out of date");
    }

    @Test
    void shouldRefuseATranslationWhoseOriginalIsNotApprovedAnyMore() {
        // given
        statement("Facts.", false);
        StatementVersion translation = translation();

        // when
        jdbc.sql("INSERT INTO firebreak.statement_voided VALUES (?, 'New facts.', 'crisislead', now())")
                .param(translation.original())
                .update();

        // then
        assertLeftOut(translation, "is not approved any more");
    }

    @Test
    void shouldRefuseATranslationThatIsSaidToBeOfAnotherVersion() {
        // given
        StatementVersion first = statement("Facts.", false);
        StatementVersion translation = translation();
        StatementVersion second = statement("Other facts.", false);

        // when
        transaction.executeWithoutResult(status -> {
            jdbc.sql("ALTER TABLE firebreak.statement_version DISABLE TRIGGER USER")
                    .update();
            jdbc.sql("UPDATE firebreak.statement_version SET original = ? WHERE original = ?")
                    .params(second.id(), first.id())
                    .update();
            jdbc.sql("ALTER TABLE firebreak.statement_version ENABLE TRIGGER USER")
                    .update();
        });

        // then
        assertRefused(translation, "is not the text that was approved");
    }

    @Test
    void shouldCountATranslatedApologyOnce() {
        // given
        publish(statement("Sorry.", true));
        publish(translation());

        // when
        publish(statement("Sorry again.", true));

        // then
        assertThat(store.apologiesBeside(reference, UUID.randomUUID())).isEqualTo(2);
        publish(translation());
        assertThat(publishing.of(reference)).extracting(Publication::state).containsOnly(PublicationState.SENT);
        assertRefused(statement("Sorry once more.", true), "has apologised twice in public");
    }

    @Test
    void shouldCountTheApologiesOfTheCasesThatWereMergedIntoIt() {
        // given one apology here, and one in a case that was merged into one that was merged into this
        publish(statement("Sorry.", true));
        String into = reference;
        String between = ownSlip("Between");
        reference = ownSlip("The same incident");
        publish(statement("Sorry.", true));
        merge(reference, between);
        merge(between, into);
        reference = into;

        // then
        assertThat(statements.approvedApologies(reference)).isEqualTo(2);
        assertRefused(statement("Sorry once more.", true), "has apologised twice in public");
    }

    @Test
    void shouldNotPublishWhatWasApprovedBeforeTheFactsChanged() {
        // given
        StatementVersion version = statement("Facts.", false);

        // when
        reopen("It was not an accident.");

        // then
        assertLeftOut(version, "The approval no longer counts (Version 1 of the statement): It was not an accident.");
        assertThat(driver.acts(reference)).contains("statement.voided");
        assertThat(statements.nextIsCorrection(reference))
                .as("nothing is public")
                .isFalse();
        publish(statement("Other facts.", false));
        assertThat(publishing.of(reference)).hasSize(1);
    }

    @Test
    void shouldTakeOutOfTheQueueWhatIsNotOutYet() {
        // given
        StatementVersion version = statement("Facts.", false);
        queue(version);

        // when
        reopen("It was not an accident.");
        publications.send();

        // then
        assertThat(of(version).state()).isEqualTo(PublicationState.FAILED);
        assertThat(of(version).isSettled())
                .as("nobody is asked to publish it by hand")
                .isTrue();
    }

    @Test
    void shouldLeaveWhatIsPublicAsItIs() {
        // given
        StatementVersion version = statement("Facts.", false);
        publish(version);

        // when
        reopen("It was not an accident.");

        // then
        assertThat(statements.latestOf(reference).orElseThrow().voided()).isNull();
        assertThat(of(version).state()).isEqualTo(PublicationState.SENT);
        assertThat(statements.nextIsCorrection(reference)).isTrue();
    }

    @Test
    void shouldVoidTheUnsentApprovalsOfACaseThatIsMerged() {
        // given
        StatementVersion version = statement("Facts.", false);
        String into = ownSlip("The other one");

        // when
        merge(reference, into);

        // then
        assertThat(statements.versionsOf(version.statementId()).get(0).voided())
                .isEqualTo("%s goes on in its place.".formatted(into));
    }

    @Test
    void shouldKeepVoidedApprovalsForEver() {
        // given
        statement("Facts.", false);
        reopen("It was not an accident.");

        // then
        assertThatThrownBy(
                        () -> jdbc.sql("DELETE FROM firebreak.statement_voided").update())
                .hasMessageContaining("are never changed or removed");
    }

    @Test
    void shouldLetACaseWaitWhileAnotherOneHoldsAFreeze() {
        // given
        String holder = ownSlip("The crisis");
        shareBrand(holder, reference);
        freeze(holder);
        StatementVersion version = statement("Facts.", false);

        // when
        queue(version);
        publications.send();
        clock.advance(Duration.ofMinutes(1));
        publications.send();
        clock.advance(Duration.ofMinutes(1));
        publications.send();

        // then
        assertThat(of(version).state()).isEqualTo(PublicationState.PENDING);
        assertThat(of(version).progress().reason()).startsWith("held: %s froze everything else of".formatted(holder));
        assertThat(of(version).progress().attempt()).isZero();

        // when
        transaction.executeWithoutResult(status -> freezes.lift(CaseReference.parse(holder), "It is over.", APPROVER));
        clock.advance(Duration.ofMinutes(1));
        publications.send();

        // then
        assertThat(of(version).state()).isEqualTo(PublicationState.SENT);
    }

    @Test
    void shouldHoldBackWhatWasQueuedBeforeTheFreezeAndSaySoOnce() {
        // given
        String holder = ownSlip("The crisis");
        shareBrand(holder, reference);
        StatementVersion version = statement("Facts.", false);
        queue(version);

        // when
        freeze(holder);
        for (int minute = 0; minute < 3; minute++) {
            publications.send();
            clock.advance(Duration.ofMinutes(1));
        }

        // then
        assertThat(of(version).state()).isEqualTo(PublicationState.PENDING);
        assertThat(driver.acts(reference)).containsOnlyOnce("publication.held");
    }

    @Test
    void shouldLetTheCasePassThatHoldsTheFreeze() {
        // given
        String other = ownSlip("Another crisis");
        shareBrand(other, reference);
        freeze(other);
        freeze(reference);

        // when
        publish(statement("Facts.", false));

        // then
        assertThat(publishing.of(reference)).extracting(Publication::state).containsExactly(PublicationState.SENT);
    }

    @Test
    void shouldNotMixWhereSeveralTextsStand() {
        // given
        StatementVersion holding = holding();
        publish(holding);
        StatementVersion own = statement("Facts.", false);
        StatementVersion translation = translation();

        // when
        queue(own);

        // then
        CaseReference caseReference = CaseReference.parse(reference);
        assertThat(publishing.isSettled(caseReference, holding.statementId(), Audience.PUBLIC))
                .isTrue();
        assertThat(publishing.isSettled(caseReference, null, Audience.PUBLIC)).isFalse();
        assertThat(publishing.channelsOf(caseReference, translation.statementId(), Audience.PUBLIC))
                .isEmpty();
        assertThatThrownBy(() -> publishing.channelsOf(
                        CaseReference.parse(driver.report("Another case")), own.statementId(), Audience.PUBLIC))
                .hasMessageContaining("has no such text");
    }

    private StatementVersion statement(String body, boolean apology) {
        return approved(() -> statements.write(
                reference,
                StatementText.of(
                        "en", "Title", body, apology, "More is known.", statements.nextIsCorrection(reference)),
                AUTHOR));
    }

    private StatementVersion holding() {
        HoldingWords words =
                new HoldingWords("Facts.", "Checks.", clock.instant().plus(Duration.ofHours(4)));
        return approved(() -> statements.writeHolding(
                reference,
                null,
                new StatementText("en", "Title", "Facts. Checks.", false, null),
                words,
                AUTHOR,
                Set.of()));
    }

    private StatementVersion translation() {
        return approved(() -> statements.translate(
                reference,
                new StatementText(
                        "pl",
                        "Tytuł",
                        "Fakty.",
                        statements.latestOf(reference).orElseThrow().text().apology(),
                        "Więcej wiadomo."),
                List.of(),
                TRANSLATOR,
                Set.of()));
    }

    private StatementVersion approved(Supplier<StatementVersion> writing) {
        return transaction.execute(status -> {
            StatementVersion version = writing.get();
            approvals.agree(reference, version.statementId(), Ballot.of(version.sha256(), null), APPROVER);
            return version;
        });
    }

    private void queue(StatementVersion version) {
        transaction.executeWithoutResult(
                status -> publishing.queue(CaseReference.parse(reference), version.statementId(), Audience.PUBLIC));
    }

    private void publish(StatementVersion version) {
        queue(version);
        publications.send();
    }

    private Publication of(StatementVersion version) {
        return publishing.of(reference).stream()
                .filter(publication -> publication.versionId().equals(version.id()))
                .findFirst()
                .orElseThrow();
    }

    private String ownSlip(String title) {
        String reported = driver.reportAbout(brand, title);
        driver.assess(reported, "OWN_SLIP");
        return reported;
    }

    private void reopen(String reason) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new ResponseReopened(CaseReference.parse(reference), reason, new Actor("crisislead"))));
    }

    private void merge(String from, String into) {
        CaseReference merged = CaseReference.parse(from);
        CaseReference goesOn = CaseReference.parse(into);
        Person lead = new Person(new Actor("crisislead"), Set.of(Role.CRISIS_LEAD.groupId()));
        transaction.executeWithoutResult(status -> acts.merge(merged, goesOn, "The same post.", lead));
    }

    private void freeze(String holder) {
        transaction.executeWithoutResult(status -> freezes.begin(CaseReference.parse(holder)));
    }

    private void shareBrand(String one, String other) {
        jdbc.sql("UPDATE firebreak.crisis_case SET brand = ? WHERE reference IN (?, ?)")
                .params("Brand " + UUID.randomUUID(), one, other)
                .update();
    }

    /** Nobody has to do anything about it: it goes out no further, and the ledger says why. */
    private void assertLeftOut(StatementVersion version, String sentence) {
        queue(version);
        assertThat(publishing.of(reference))
                .filteredOn(publication -> publication.versionId().equals(version.id()))
                .allMatch(publication -> publication.progress().leftOut());
        List<LedgerEntry> entries = driver.ledger(reference);
        assertThat(entries.get(entries.size() - 1).type()).isEqualTo("publication.leftOut");
        assertThat(entries.get(entries.size() - 1).reason()).contains(sentence);
    }

    private void assertRefused(StatementVersion version, String sentence) {
        assertThatThrownBy(() -> queue(version)).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
        List<LedgerEntry> entries = driver.ledger(reference);
        assertThat(entries.subList(entries.size() - 1, entries.size()))
                .extracting(LedgerEntry::type)
                .containsExactly("publication.refused");
        assertThat(entries.get(entries.size() - 1).reason()).contains(sentence);
    }
}
