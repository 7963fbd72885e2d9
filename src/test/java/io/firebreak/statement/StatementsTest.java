package io.firebreak.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FirebreakTest
class StatementsTest {

    private static final Actor AUTHOR = new Actor("spokesperson");
    private static final Actor APPROVER = new Actor("legal");

    @Autowired
    private Statements statements;

    @Autowired
    private Approvals approvals;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private String reference;

    @BeforeEach
    void report() {
        reference = driver.report("To be answered");
    }

    @Test
    void shouldGiveEveryTextItsOwnFingerprint() {
        // given
        StatementText text = new StatementText("en", "ab", "c", false, null);

        // when
        Set<String> fingerprints = new HashSet<>();
        List.of(
                        text,
                        new StatementText("en", "a", "bc", false, null),
                        new StatementText("en", "ab", "c ", false, null),
                        new StatementText("en", "ab", "C", false, null),
                        new StatementText("de", "ab", "c", false, null),
                        new StatementText("en", "ab", "c", true, null),
                        new StatementText("en", "ab", "c", false, "x"),
                        new StatementText("en", "ab\u200B", "c", false, null))
                .forEach(other -> fingerprints.add(other.sha256()));

        // then
        assertThat(fingerprints).hasSize(8);
        assertThat(text.sha256())
                .isEqualTo(new StatementText("en", "ab", "c", false, null).sha256())
                // printf '2:en2:ab1:c5:false0:' | sha256sum
                .isEqualTo("952ea35c13570b3e9aca736192634b19c0ae7769d959c4aa3d4173243d2ba4a1");
    }

    @Test
    void shouldRefuseApprovalByWhoeverWroteInIt() {
        // given
        write("One", AUTHOR);
        sendBack(APPROVER);
        write("Two", new Actor("communitymanager"));

        // then
        assertThatThrownBy(() -> approve(AUTHOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("somebody who wrote none of it has to approve it");
        assertThatThrownBy(() -> approve(new Actor("communitymanager")))
                .hasMessageContaining("You wrote in this statement");
        assertThat(latest().decision()).isNull();
        approve(APPROVER);
        assertThat(latest().isApproved()).isTrue();
    }

    @Test
    void shouldRefuseApprovalOfATextThatIsNoLongerTheLatest() {
        // given
        String seen = write("One", AUTHOR).sha256();
        write("Two", AUTHOR);

        // then
        assertThatThrownBy(() -> approve(seen, APPROVER))
                .hasMessageContaining("This is not the text that waits for approval");
        assertThatThrownBy(() -> approve(null, APPROVER)).hasMessageContaining("This is not the text");
        assertThatThrownBy(() -> approve("", APPROVER)).hasMessageContaining("This is not the text");
        assertThat(latest().decision()).isNull();
    }

    @Test
    void shouldDecideEachTextOnce() {
        // given
        write("One", AUTHOR);
        sendBack(APPROVER);

        // then
        assertThatThrownBy(() -> approve(APPROVER))
                .hasMessageMatching("legal sent this text back at 20.*Z already \\(\"Shorter, please.\"\\);"
                        + " please open the task again.");
        assertThatThrownBy(() -> sendBack(new Actor("crisislead")))
                .hasMessageContaining("legal sent this text back at");
    }

    @Test
    void shouldLetOneOfTwoApprovalsAtOnceWin() throws Exception {
        // given
        String seen = write("One", AUTHOR).sha256();
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<String>> people = new ArrayList<>();
        List.of("legal", "crisislead")
                .forEach(approver -> people.add(() -> {
                    together.await();
                    try {
                        transaction.executeWithoutResult(status -> {
                            approvals.agree(reference, null, Ballot.of(seen, null), new Actor(approver));
                            waitSoThatTheOtherComesInBetween();
                        });
                        return "approved";
                    } catch (Refusal refusal) {
                        return refusal.getMessage();
                    }
                }));

        // when
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<String> results = new ArrayList<>();
        for (Future<String> result : threads.invokeAll(people)) {
            results.add(result.get());
        }
        threads.shutdown();

        // then
        assertThat(results).containsOnlyOnce("approved");
        assertThat(results).anySatisfy(result -> assertThat(result)
                .startsWith(latest().decision().decidedBy() + " approved this text at 20")
                .endsWith("already; please open the task again."));
        assertThat(driver.acts(reference)).containsOnlyOnce("statement.approved");
    }

    @Test
    void shouldAskForTheReasonWhenATextGoesBack() {
        // given
        String seen = write("One", AUTHOR).sha256();

        // then
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> approvals.sendBack(reference, null, Ballot.of(seen, "  "), APPROVER)))
                .hasMessage("The comment is missing; please fill it in.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE firebreak.statement_version SET body = 'other'",
                "DELETE FROM firebreak.statement_version",
                "UPDATE firebreak.statement_author SET user_id = 'other'",
                "DELETE FROM firebreak.statement_author",
                "UPDATE firebreak.approval_vote SET agreed = true",
                "DELETE FROM firebreak.approval_vote",
                "TRUNCATE firebreak.approval_vote CASCADE",
                "UPDATE firebreak.approval_round SET severity = 'S4'",
                "DELETE FROM firebreak.approval_needed",
                "UPDATE firebreak.approval_needed SET needs = 'ANY'"
            })
    void shouldNeverChangeWhatWasWrittenAndDecided(String change) {
        // given
        write("One", AUTHOR);
        sendBack(APPROVER);

        // then
        assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("are never changed or removed");
    }

    private StatementVersion write(String body, Actor author) {
        return transaction.execute(status ->
                statements.write(reference, StatementText.of("en", "Title", body, false, null, false), author));
    }

    private void approve(Actor approver) {
        approve(latest().sha256(), approver);
    }

    private void approve(String seen, Actor approver) {
        transaction.executeWithoutResult(status -> approvals.agree(reference, null, Ballot.of(seen, null), approver));
    }

    private void sendBack(Actor approver) {
        transaction.executeWithoutResult(status ->
                approvals.sendBack(reference, null, Ballot.of(latest().sha256(), "Shorter, please."), approver));
    }

    private static void waitSoThatTheOtherComesInBetween() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StatementVersion latest() {
        return statements.latestOf(reference).orElseThrow();
    }
}
