package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseActs;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Severity;
import io.firebreak.statement.ApprovalRounds;
import io.firebreak.statement.Required;
import io.firebreak.statement.Required.Needs;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The case becomes graver or milder while people read a text: whoever is still asked goes on reading. */
@FirebreakTest
class OthersMustAgreeTest {

    private static final Person LEAD = new Person(new Actor("crisislead"), Set.of(Role.CRISIS_LEAD.groupId()));

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseActs acts;

    @Autowired
    private ApprovalRounds rounds;

    @Autowired
    private TaskService taskService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private String reference;
    private StatementKind kind = StatementKind.STATEMENT;

    @Test
    void shouldLeaveTheTasksToTheirHoldersWhereTheSameAndOthersHaveToAgree() {
        // given
        text(driver.reportedOffence("A joke that hurts"));
        claim("legal", taskOf("legal"));
        claim("crisislead", taskOf("crisislead"));
        List<String> before = ids();

        // when
        change(Severity.S1);

        // then
        assertThat(ids()).isEqualTo(before);
        assertThat(holders()).containsExactlyInAnyOrder("crisislead", "legal");
        driver.agree("legal", reference);
        driver.agree("crisislead", reference);
        assertThat(asked()).containsExactly("management");
        driver.agree("management", reference);
        assertThat(driver.latestVersion(reference).isApproved()).isTrue();
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    @Test
    void shouldAskTheOtherToo() {
        // given
        text(driver.reportedOwnSlip("A wrong price"));
        Task read = taskOf("legal");
        assertThat(asked()).containsExactly("crisislead,legal");
        claim("legal", read);

        // when
        change(Severity.S2);

        // then
        assertThat(asked()).containsExactlyInAnyOrder("crisislead", "legal");
        assertThat(taskOf("legal").getId()).isEqualTo(read.getId());
        assertThat(taskOf("legal").getAssignee()).isEqualTo("legal");
        assertThat(taskOf("crisislead").getAssignee()).isNull();
        driver.agree("legal", reference);
        assertThat(asked()).containsExactly("crisislead");
        driver.agree("crisislead", reference);
        assertThat(driver.latestVersion(reference).isApproved()).isTrue();
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    @Test
    void shouldTakeAwayOnlyWhatNobodyIsAskedForAnyMore() {
        // given
        text(driver.reportedOffence("A joke that hurts"));
        Task read = taskOf("legal");
        claim("legal", read);

        // when
        change(Severity.S4);

        // then
        assertThat(asked()).containsExactly("crisislead,legal");
        assertThat(ids()).containsExactly(read.getId());
        assertThat(holders()).containsExactly("legal");
        assertThat(driver.acts(reference)).contains("task.removed");
        driver.agree("legal", reference);
        assertThat(driver.latestVersion(reference).isApproved()).isTrue();
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    @Test
    void shouldEndAllTasksWhenOneOfThoseWhoCameLaterSendsItBack() {
        // given
        text(driver.reportedOwnSlip("A wrong price"));
        change(Severity.S2);

        // when
        driver.sendBack("crisislead", reference, kind, "It is 8 euros.");

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
    }

    @Test
    void shouldCallTheChainOfCommandAtOnceForThoseWhoAreAskedWhenItIsLateAlready() {
        // given
        text(driver.reportedOwnSlip("A wrong price"));
        claim("legal", taskOf("legal"));
        clock.advance(Duration.ofMinutes(20));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");
        assertThat(chains()).isEqualTo(1);

        // when
        change(Severity.S2);

        // then
        assertThat(asked()).hasSize(2);
        assertThat(chains()).isEqualTo(2);

        // when all have agreed
        driver.approve("legal", reference);

        // then the chains are over as well
        assertThat(driver.openTasks(reference)).isEmpty();
        assertThat(runningChains()).isZero();
    }

    @Test
    void shouldCallNoChainForThoseWhoAreAskedInTime() {
        // given
        text(driver.reportedOwnSlip("A wrong price"));

        // when
        change(Severity.S2);

        // then
        assertThat(chains()).isZero();
        clock.advance(Duration.ofMinutes(15));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");
        assertThat(chains()).isEqualTo(2);
    }

    @Test
    void shouldDoTheSameForAHoldingStatementWhoseListWasAnother() {
        // given
        kind = StatementKind.HOLDING;
        reference = driver.reportedOffence("A joke that hurts");
        driver.startAlone(reference, "HoldingStatement", Map.of());
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteHoldingStatement",
                Map.of(
                        "language",
                        "en",
                        "title",
                        "What we know",
                        "knownFacts",
                        "A post of ours hurts people.",
                        "beingChecked",
                        "How it came about.",
                        "nextWordAt",
                        clock.instant().plus(Duration.ofHours(3)).toString()));
        anotherListWasKept();
        List<String> before = ids();

        // when
        change(Severity.S3);

        // then
        assertThat(ids()).isEqualTo(before);
        driver.agree("legal", reference, kind);
        assertThat(driver.latestVersion(reference, kind).isApproved()).isTrue();
    }

    private void anotherListWasKept() {
        StatementVersion version = driver.latestVersion(reference, kind);
        transaction.executeWithoutResult(status ->
                rounds.decide(reference, version.statementId(), List.of(new Required(1, "management", Needs.ALL))));
    }

    private void text(String newReference) {
        reference = newReference;
        driver.startAlone(reference, "StatementApproval", Map.of());
        driver.write("spokesperson", reference, "It is 9 euros.");
    }

    private void change(Severity severity) {
        transaction.executeWithoutResult(
                status -> acts.changeSeverity(CaseReference.parse(reference), severity, "It is another day.", LEAD));
        driver.runDueJobs(reference);
    }

    private List<Task> open() {
        return driver.approvalsOf(reference, driver.latestVersion(reference, kind)).stream()
                .sorted(Comparator.comparing(Task::getId))
                .toList();
    }

    private List<String> ids() {
        return open().stream().map(Task::getId).toList();
    }

    private List<String> holders() {
        return open().stream().map(Task::getAssignee).toList();
    }

    private List<String> asked() {
        return open().stream().map(task -> String.join(",", groupsOf(task))).toList();
    }

    private List<String> groupsOf(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .sorted()
                .toList();
    }

    private Task taskOf(String group) {
        return open().stream()
                .filter(task -> groupsOf(task).contains(group))
                .findFirst()
                .orElseThrow();
    }

    private void claim(String person, Task task) {
        driver.as(person, () -> {
            taskService.claim(task.getId(), person);
            return null;
        });
    }

    private long chains() {
        return count("");
    }

    private long runningChains() {
        return count(" AND state <> 'ENDED'");
    }

    private long count(String condition) {
        return jdbc.sql("SELECT count(*) FROM firebreak.chain_run WHERE case_reference = ?" + condition)
                .param(reference)
                .query(Long.class)
                .single();
    }
}
