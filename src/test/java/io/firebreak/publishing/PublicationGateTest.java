package io.firebreak.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseOutcome;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing comes through the gate but what may, whoever pushes, and nothing twice. */
@FirebreakTest
class PublicationGateTest {

    private static final Actor AUTHOR = new Actor("spokesperson");
    private static final Actor APPROVER = new Actor("legal");

    @Autowired
    private Publishing publishing;

    @Autowired
    private PublicationRound round;

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

    private String reference;

    @BeforeEach
    void reportWithoutCoolDown() {
        reference = driver.reportedOwnSlip("To be published");
    }

    @Test
    void shouldLetAnApprovedTextPassOnce() {
        // given
        write("One", false);
        approve();

        // when
        publish();
        publish();

        // then
        assertThat(publishing.of(reference)).singleElement().satisfies(publication -> {
            assertThat(publication.channel()).isEqualTo("newsroom");
            assertThat(publication.sha256())
                    .isEqualTo(driver.latestVersion(reference).sha256());
        });
        assertThat(driver.acts(reference)).containsOnlyOnce("statement.published");
    }

    @Test
    void shouldRefuseWhenThereIsNoStatement() {
        assertRefused("There is no statement of");
    }

    @Test
    void shouldRefuseATextThatNobodyApproved() {
        // given
        write("One", false);

        // then
        assertRefusedAndWrittenDown("Version 1 of the statement is not approved.");
    }

    @Test
    void shouldRefuseATextThatWasSentBack() {
        // given
        write("One", false);
        transaction.executeWithoutResult(status -> approvals.sendBack(
                reference, null, Ballot.of(driver.latestVersion(reference).sha256(), "No."), APPROVER));

        // then
        assertRefusedAndWrittenDown("Version 1 of the statement is not approved.");
    }

    @Test
    void shouldRefuseATextThatWasWrittenAfterTheApproval() {
        // given
        write("One", false);
        approve();
        write("Two", false);

        // then
        assertRefusedAndWrittenDown("Version 2 of the statement is not approved.");
    }

    @Test
    void shouldRefuseBeforeTheCoolDownIsOver() {
        // given
        reference = driver.report("Angry");
        driver.assess(reference, "CUSTOMER_COMPLAINT");
        write("One", false);
        approve();

        // then
        assertRefusedAndWrittenDown("is not over before");
        clock.advance(Duration.ofHours(1));
        publish();
        assertThat(publishing.of(reference)).hasSize(1);
    }

    @Test
    void shouldRefuseBeforeTheCoolDownIsDecided() {
        // given
        reference = driver.report("Not assessed");
        write("One", false);
        approve();

        // then
        assertRefusedAndWrittenDown("is not decided yet");
    }

    @Test
    void shouldRefuseForAClosedCase() {
        // given
        write("One", false);
        approve();
        transaction.executeWithoutResult(status -> cases.close(CaseReference.parse(reference), CaseOutcome.REVIEWED));

        // then
        assertRefusedAndWrittenDown("is closed; nothing is published for it.");
    }

    @Test
    void shouldRefuseAThirdApologyButNotFacts() {
        // given
        for (String body : List.of("Sorry", "Sorry again")) {
            write(body, true);
            approve();
            publish();
        }

        // when
        write("Sorry once more", true);
        approve();

        // then
        assertRefusedAndWrittenDown("has apologised twice in public");
        write("Facts and measures", false);
        approve();
        publish();
        assertThat(publishing.of(reference)).hasSize(3);
    }

    @Test
    void shouldRefuseATextThatWasChangedInTheDatabase() {
        // given
        write("One", false);
        approve();
        tamper("statement_version", "UPDATE firebreak.statement_version SET body = 'Evil' WHERE body = 'One'");

        // then
        assertRefusedAndWrittenDown("Version 1 of the statement is not the text that was approved.");
    }

    @Test
    void shouldRefuseAnAuthorsOwnApprovalInTheDatabase() {
        // given
        write("One", false);
        approve();
        tamper(
                "approval_vote",
                "UPDATE firebreak.approval_vote SET voted_by = 'spokesperson' WHERE version_id = '%s'"
                        .formatted(driver.latestVersion(reference).id()));

        // then
        assertRefusedAndWrittenDown("was approved by spokesperson, who wrote in it.");
    }

    @Test
    void shouldRefuseATextToWhichOnlySomeHaveAgreedWhoHaveTo() {
        // given
        reference = driver.reportedOffence("A joke that hurts");
        clock.advance(Duration.ofHours(5));
        write("One", false);
        approve();

        // then
        assertRefusedAndWrittenDown("Version 1 of the statement is not approved. It waits for Crisis lead.");
        agree(new Actor("crisislead"));
        publish();
        assertThat(publishing.of(reference)).hasSize(1);
    }

    @Test
    void shouldRefuseATextWhenWhoHasToAgreeIsGoneFromTheDatabase() {
        // given
        write("One", false);
        approve();
        tamper(
                "approval_needed",
                "DELETE FROM firebreak.approval_needed WHERE round_id IN"
                        + " (SELECT id FROM firebreak.approval_round WHERE version_id = '%s')"
                                .formatted(driver.latestVersion(reference).id()));

        // then
        assertRefusedAndWrittenDown("Version 1 of the statement is not approved.");
    }

    @Test
    void shouldRefuseOnePersonForTwoRolesInTheDatabase() {
        // given
        reference = driver.reportedOffence("A joke that hurts");
        clock.advance(Duration.ofHours(5));
        write("One", false);
        approve();
        agree(new Actor("crisislead"));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DROP INDEX firebreak.approval_vote_person").update();
            tamper(
                    "approval_vote",
                    "UPDATE firebreak.approval_vote SET voted_by = 'legal' WHERE version_id = '%s'"
                            .formatted(driver.latestVersion(reference).id()));

            // then
            assertThatThrownBy(() -> publishing.queue(CaseReference.parse(reference), null, Audience.PUBLIC))
                    .hasMessageContaining("legal counts twice for Version 1 of the statement");
            status.setRollbackOnly();
        });
    }

    @Test
    void shouldRefuseAnApprovalAloneThatWasNotForTheWorst() {
        // given
        write("One", false);
        String alone =
                """
                INSERT INTO firebreak.approval_vote
                  (version_id, role, agreed, alone, sha256, comments, severity, voted_by, voted_at)
                VALUES ('%s', 'management', true, true, '%s', 'So.', '%s', 'management', now())
                """;
        StatementVersion version = driver.latestVersion(reference);

        // then
        assertThatThrownBy(() -> jdbc.sql(alone.formatted(version.id(), version.sha256(), "S2"))
                        .update())
                .hasMessageContaining("approval_vote_alone_in_the_worst");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("ALTER TABLE firebreak.approval_vote DROP CONSTRAINT approval_vote_alone_in_the_worst")
                    .update();
            jdbc.sql(alone.formatted(version.id(), version.sha256(), "S2")).update();
            assertThatThrownBy(() -> publishing.queue(CaseReference.parse(reference), null, Audience.PUBLIC))
                    .hasMessageContaining("which counts in a case of severity S1 only");
            status.setRollbackOnly();
        });
    }

    @Test
    void shouldPublishOnceWhenTwoTryAtOnce() throws Exception {
        // given
        write("One", false);
        approve();
        CyclicBarrier together = new CyclicBarrier(4);
        List<Callable<Void>> attempts = new ArrayList<>();
        for (int attempt = 0; attempt < 4; attempt++) {
            attempts.add(() -> {
                together.await();
                publish();
                return null;
            });
        }

        // when
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (Future<Void> attempt : threads.invokeAll(attempts)) {
            attempt.get();
        }
        threads.shutdown();

        // then
        assertThat(publishing.of(reference)).hasSize(1);
        assertThat(driver.acts(reference)).containsOnlyOnce("statement.published");
    }

    private void write(String body, boolean apology) {
        boolean correction = statements.nextIsCorrection(reference);
        StatementText text = StatementText.of("en", "Title", body, apology, "More is known now.", correction);
        transaction.executeWithoutResult(status -> statements.write(reference, text, AUTHOR));
    }

    private void approve() {
        agree(APPROVER);
    }

    private void agree(Actor person) {
        String seen = driver.latestVersion(reference).sha256();
        transaction.executeWithoutResult(status -> approvals.agree(reference, null, Ballot.of(seen, null), person));
    }

    private void queue() {
        transaction.executeWithoutResult(
                status -> publishing.queue(CaseReference.parse(reference), null, Audience.PUBLIC));
    }

    private void publish() {
        queue();
        round.runAndWait();
    }

    /** What somebody with the database's own means could do. */
    private void tamper(String table, String change) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("ALTER TABLE firebreak." + table + " DISABLE TRIGGER USER").update();
            assertThat(jdbc.sql(change).update()).isPositive();
            jdbc.sql("ALTER TABLE firebreak." + table + " ENABLE TRIGGER USER").update();
        });
    }

    private void assertRefused(String sentence) {
        int before = publishing.of(reference).size();
        assertThatThrownBy(this::queue).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
        assertThat(publishing.of(reference)).hasSize(before);
    }

    private void assertRefusedAndWrittenDown(String sentence) {
        assertRefused(sentence);
        List<LedgerEntry> entries = driver.ledger(reference);
        assertThat(entries.get(entries.size() - 1).type()).isEqualTo("publication.refused");
        assertThat(entries.get(entries.size() - 1).reason()).contains(sentence);
    }
}
