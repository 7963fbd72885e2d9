package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseActs;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Severity;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.Statements;
import io.firebreak.statement.Vote;
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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A text is approved when all agree who have to, at the same time or one after the other. */
@FirebreakTest
class ApprovalByVotesTest {

    private static final Person LEAD = new Person(new Actor("crisislead"), Set.of(Role.CRISIS_LEAD.groupId()));

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private Approvals approvals;

    @Autowired
    private CaseActs acts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TaskService taskService;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private IdentityService identityService;

    private String reference;
    private String instance;

    @Test
    void shouldAskTheStepsInTheirOrderAndEverybodyOfAStepAtTheSameTime() {
        // given
        begin(driver.reportedDanger("Glass in the yoghurt"));

        // when
        write("Do not eat it.");

        // then
        assertThat(asked()).containsExactlyInAnyOrder("crisislead", "legal");
        driver.agree("legal", reference);
        assertThat(asked()).containsExactly("crisislead");
        assertThat(isApproved()).isFalse();
        driver.agree("crisislead2", reference);
        assertThat(asked())
                .as("management reads what the others have agreed to")
                .containsExactly("management");
        assertThat(isApproved()).isFalse();
        driver.agree("management", reference);
        assertThat(isApproved()).isTrue();
        assertThat(hasEnded()).isTrue();
        assertThat(driver.acts(reference))
                .containsSubsequence(
                        "statement.toApprove",
                        "statement.agreed",
                        "statement.agreed",
                        "statement.agreed",
                        "statement.approved");
        assertThat(votes())
                .extracting(Vote::role, Vote::votedBy)
                .containsExactly(
                        tuple("legal", "legal"), tuple("crisislead", "crisislead2"), tuple("management", "management"));
    }

    @Test
    void shouldTakeAnyOneWhereNothingIsGrave() {
        // given
        begin(driver.reportedOwnSlip("A wrong price"));
        write("It is 9 euros.");

        // when
        List<String> asked = asked();
        driver.agree("crisislead", reference);

        // then
        assertThat(asked).containsExactly("crisislead,legal");
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void shouldEndTheTasksOfTheOthersWhenTheSecondSendsItBackAndAskEverybodyAgain() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("We are sorry for the joke.");
        driver.agree("crisislead", reference);

        // when
        driver.sendBack("legal", reference, StatementKind.STATEMENT, "Say what hurt.");

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
        assertThat(isApproved()).isFalse();
        driver.write("communitymanager", reference, "The joke about accents hurt people.");
        assertThat(asked()).as("the vote was for another text").containsExactlyInAnyOrder("crisislead", "legal");
        driver.approve("crisislead", reference);
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void shouldEndTheTaskOfTheOtherWhenTheFirstSendsItBack() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");

        // when
        driver.sendBack("legal", reference, StatementKind.STATEMENT, "Say what hurt.");

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
    }

    @Test
    void shouldAskForMoreAndKeepTheVotesWhenTheCaseBecomesGraver() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");
        driver.agree("crisislead", reference);

        // when
        change(Severity.S1);

        // then
        assertThat(asked()).containsExactly("legal");
        driver.agree("legal", reference);
        assertThat(asked()).containsExactly("management");
        driver.agree("management", reference);
        assertThat(hasEnded()).isTrue();
        assertThat(votes()).extracting(Vote::votedBy).containsExactly("crisislead", "legal", "management");
    }

    @Test
    void shouldAskBothAtOnceWhenTheCaseBecomesGraverBeforeAnybodyVoted() {
        // given
        begin(driver.reportedOwnSlip("A wrong price"));
        write("It is 9 euros.");

        // when
        change(Severity.S2);

        // then
        assertThat(asked()).containsExactlyInAnyOrder("crisislead", "legal");
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("statement.toApprove"))
                .extracting(LedgerEntry::sentence)
                .containsExactly(
                        "Who has to agree to version 1 of the statement: Crisis lead or Legal.",
                        "Who has to agree to version 1 of the statement: Crisis lead and Legal.");
    }

    @Test
    void shouldTakeWhatIsThereWhenTheCaseBecomesMilder() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");
        driver.agree("crisislead", reference);

        // when
        change(Severity.S4);

        // then
        assertThat(isApproved()).isTrue();
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void shouldLeaveTheTasksAloneWhenTheSameHaveToAgree() {
        // given
        begin(driver.reportedOwnSlip("A wrong price"));
        write("It is 9 euros.");
        String task = driver.task(reference, "UserTask_ApproveStatement").getId();

        // when
        change(Severity.S3);

        // then
        assertThat(driver.task(reference, "UserTask_ApproveStatement").getId()).isEqualTo(task);
    }

    @Test
    void shouldCountAPersonOnceWhoHasTwoRoles() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");
        withFurtherRole("crisislead2", "legal", () -> {
            driver.agree("crisislead2", reference);

            // then
            assertRefused("crisislead2", "each person counts once");
            assertRefusedInJava("crisislead2", "each person counts once");
        });
        assertThat(isApproved()).isFalse();
        assertThat(driver.acts(reference)).contains("approval.refused");
    }

    @Test
    void shouldRefuseAnAuthorWhateverRolesTheyHave() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");

        // then
        withFurtherRole("spokesperson", "legal", () -> {
            assertRefused("spokesperson", "You wrote in this statement");
            assertRefusedInJava("spokesperson", "You wrote in this statement");
        });
        assertThat(votes()).isEmpty();
    }

    @Test
    void shouldRefuseWhoeverHasNoneOfTheRoles() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");

        // then
        assertThatThrownBy(() -> driver.agree("management", reference)).isNotNull();
        assertRefusedInJava("management", "This text waits for Crisis lead and Legal; you are not among them.");
        assertRefusedInJava("areaowner", "you are not among them");
        assertThat(votes()).isEmpty();
    }

    @Test
    void shouldLetOneWhoIsCalledInSpeakForTheRoleThatDidNotAnswer() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");
        driver.agree("legal", reference);

        // when
        clock.advance(Duration.ofMinutes(15));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");
        driver.agree("management", reference);

        // then
        assertThat(hasEnded()).isTrue();
        assertThat(votes()).extracting(Vote::role).containsExactly("legal", "crisislead");
    }

    @Test
    void shouldAskAgainForATextThatSomebodyChangedPastTheProcess() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");
        String seen = driver.latestVersion(reference).sha256();
        driver.agree("crisislead", reference);

        // when
        transaction.executeWithoutResult(status -> statements.write(
                reference, StatementText.of("en", "Title", "Changed.", true, null, false), new Actor("spokesperson")));

        // then
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> approvals.agree(reference, null, Ballot.of(seen, null), new Actor("legal"))))
                .hasMessageContaining("This is not the text that waits for approval");
        driver.agree("legal", reference);
        assertThat(isApproved()).as("the lead agreed to another text").isFalse();
        assertThat(asked()).containsExactly("crisislead");
        driver.agree("crisislead", reference);
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void shouldTellTheSecondOfTwoWhoPressAtOnceWhatHappened() throws Exception {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");
        String task = taskOf("legal").getId();

        // when
        List<String> answers = overlapping(() -> agree("legal", task), () -> agree("legal2", task));

        // then
        assertThat(answers.get(0)).isEqualTo("heard");
        assertThat(answers.get(1))
                .matches("legal has finished this task in the meantime, at 20.*Z; please choose the next one in the"
                        + " list\\.");
        assertThat(votes()).extracting(Vote::votedBy).containsExactly("legal");
    }

    @Test
    void shouldTellWhoComesToATaskThatIsGoneWhoWasThereWhen() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");
        String legals = taskOf("legal").getId();
        String leads = taskOf("crisislead").getId();

        // when
        driver.sendBack("legal", reference, StatementKind.STATEMENT, "Say what hurt.");

        // then
        assertThat(agree("legal2", legals)).matches("legal has finished this task in the meantime, at 20.*Z;.*");
        assertThat(agree("crisislead", leads))
                .matches("The case has gone on without this task in the meantime, by an act of legal at 20.*Z;.*");
    }

    @Test
    void shouldHearBothWhenTwoOfAStepPressAtOnce() throws Exception {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");
        String legals = taskOf("legal").getId();
        String leads = taskOf("crisislead").getId();

        // when
        List<String> answers = overlapping(() -> agree("legal", legals), () -> agree("crisislead", leads));

        // then
        assertThat(answers).containsExactly("heard", "heard");
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void shouldLetNobodyGetAnErrorWhenTwoPressByRestAtOnce() throws Exception {
        // given
        begin(driver.reportedOffence("A joke that hurts"));
        write("Sorry.");
        String task = taskOf("legal").getId();

        // when
        List<HttpResponse<String>> answers = atOnce(task, "legal", task, "legal2");

        // then
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(204);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 204)
                .singleElement()
                .satisfies(second -> assertThat(second.body())
                        .containsAnyOf(
                                "agreed to this text for Legal at 20", "has finished this task in the meantime"));
        assertThat(votes()).hasSize(1);
    }

    /** The second acts while what the first did is done, but not yet for others to see. */
    private List<String> overlapping(Callable<String> first, Callable<String> second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch done = new CountDownLatch(1);
        Future<String> one = threads.submit(() -> transaction.execute(status -> {
            String answer = heard(first);
            done.countDown();
            letTheOtherComeInBetween();
            return answer;
        }));
        Future<String> other = threads.submit(() -> {
            done.await();
            return heard(second);
        });
        threads.shutdown();
        return List.of(one.get(), other.get());
    }

    private static String heard(Callable<String> act) {
        try {
            return act.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void letTheOtherComeInBetween() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String agree(String person, String task) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "decision", "APPROVE", "sha256", driver.latestVersion(reference).sha256()));
        try {
            driver.as(person, () -> {
                taskService.complete(task, values);
                return null;
            });
            return "heard";
        } catch (RuntimeException refused) {
            return Refusal.behind(refused).getMessage();
        }
    }

    private List<HttpResponse<String>> atOnce(String task, String person, String otherTask, String other)
            throws Exception {
        Web web = new Web(port);
        String values = "{\"variables\": {\"decision\": {\"value\": \"APPROVE\"}, \"sha256\": {\"value\": \"%s\"}}}"
                .formatted(driver.latestVersion(reference).sha256());
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<HttpResponse<String>>> people = List.of(
                () -> {
                    together.await();
                    return web.post(person, "/engine-rest/task/" + task + "/complete", values);
                },
                () -> {
                    together.await();
                    return web.post(other, "/engine-rest/task/" + otherTask + "/complete", values);
                });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : threads.invokeAll(people)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        return answers;
    }

    private void begin(String newReference) {
        reference = newReference;
        instance = driver.startAlone(reference, "StatementApproval", Map.of());
    }

    private void write(String body) {
        driver.write("spokesperson", reference, body);
    }

    private void change(Severity severity) {
        transaction.executeWithoutResult(
                status -> acts.changeSeverity(CaseReference.parse(reference), severity, "It is another day.", LEAD));
    }

    /** For each open task the groups that can do it. */
    private List<String> asked() {
        return driver.approvalsOf(reference, driver.latestVersion(reference)).stream()
                .map(task -> String.join(",", groupsOf(task)))
                .toList();
    }

    private List<String> groupsOf(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .toList();
    }

    private Task taskOf(String group) {
        return driver.approvalsOf(reference, driver.latestVersion(reference)).stream()
                .filter(task -> groupsOf(task).contains(group))
                .findFirst()
                .orElseThrow();
    }

    private boolean isApproved() {
        return driver.latestVersion(reference).isApproved();
    }

    private List<Vote> votes() {
        return driver.latestVersion(reference).agreement().votes();
    }

    private boolean hasEnded() {
        return historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId("EndEvent_StatementApproved")
                        .finished()
                        .count()
                == 1;
    }

    private void assertRefused(String person, String sentence) {
        assertThatThrownBy(() -> driver.agree(person, reference))
                .satisfies(failure -> assertThat(Refusal.behind(failure)).hasMessageContaining(sentence));
    }

    private void assertRefusedInJava(String person, String sentence) {
        Ballot ballot = Ballot.of(driver.latestVersion(reference).sha256(), null);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> approvals.agree(reference, null, ballot, new Actor(person))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private void withFurtherRole(String person, String group, Runnable work) {
        identityService.createMembership(person, group);
        try {
            work.run();
        } finally {
            identityService.deleteMembership(person, group);
        }
    }
}
