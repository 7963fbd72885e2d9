package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseReference;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.review.ImpactReport;
import io.firebreak.review.ImpactReports;
import io.firebreak.roster.DutyChanges;
import io.firebreak.roster.DutyChanges.NewDutyChange;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.ConsultationGaps.GoingOn;
import io.firebreak.statement.LoneApprovals;
import io.firebreak.statement.LoneBallot;
import io.firebreak.statement.LoneReviews;
import io.firebreak.statement.Seen;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.Statements;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The emergency exit: one of management approves alone, loudly, and is looked at afterwards. */
@FirebreakTest
class LoneApprovalTest {

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
    private LoneApprovals alone;

    @Autowired
    private LoneReviews reviews;

    @Autowired
    private DutyChanges duties;

    @Autowired
    private ImpactReports reports;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private String reference;

    @Test
    void shouldApproveAtOnceAndTellEverybody() {
        // given
        nobodyAnswers();
        driver.agree("legal", reference);

        // when
        approveAlone("management", "Nobody picks up, and people eat it now.");

        // then
        assertThat(driver.latestVersion(reference).isApproved()).isTrue();
        assertThat(driver.openTasks(reference))
                .as("nobody is asked to agree any more")
                .containsExactly("UserTask_ReviewApproval");
        assertThat(driver.latestVersion(reference).agreement().alone())
                .hasValueSatisfying(vote -> assertThat(vote.severity()).isEqualTo("S1"));
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("statement.approvedAlone"))
                .extracting(LedgerEntry::actor, LedgerEntry::reason)
                .containsExactly(tuple("management", "Nobody picks up, and people eat it now."));
        assertThat(told()).containsExactlyInAnyOrder("crisislead", "crisislead2", "legal", "legal2", "management2");
    }

    @Test
    void shouldBeLookedAtBySomebodyElseAfterwardsAndStandInTheReport() {
        // given
        nobodyAnswers();
        approveAlone("management", "Nobody picks up.");
        Map<String, Object> found =
                Map.of("outcome", "NOT_JUSTIFIED", "words", "Legal was in the building.", "lesson", "Ring twice.");

        // then
        assertThatThrownBy(() -> driver.complete("management", reference, "UserTask_ReviewApproval", found))
                .isNotNull();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> reviews.review(
                        driver.latestVersion(reference).statementId(),
                        true,
                        "All fine.",
                        null,
                        new Actor("management"))))
                .hasMessageContaining("You approved this text alone; somebody else has to look at it.");
        assertThatThrownBy(() -> driver.complete(
                        "legal", reference, "UserTask_ReviewApproval", Map.of("outcome", "JUSTIFIED", "words", " ")))
                .satisfies(failure ->
                        assertThat(Refusal.behind(failure)).hasMessageContaining("What you found is missing"));
        assertThat(said().justified()).isNull();

        // when
        driver.complete("legal", reference, "UserTask_ReviewApproval", found);

        // then
        assertThat(said()).satisfies(vote -> {
            assertThat(vote.alone()).isTrue();
            assertThat(vote.justified()).isFalse();
            assertThat(vote.words()).isEqualTo("Legal was in the building.");
            assertThat(vote.lesson()).isEqualTo("Ring twice.");
            assertThat(vote.reviewedBy()).isEqualTo("legal");
        });
        assertThat(new Web(port)
                        .get("management", "/api/cases/" + reference + "/impact-report", "Accept", "text/html")
                        .body())
                .contains("agreed alone", "Found not right by Zofia Lis", "Legal was in the building.", "Ring twice.");
        assertThat(driver.acts(reference)).contains("statement.aloneReviewed");
        assertThat(historyService
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("ReviewLoneApproval")
                        .processInstanceBusinessKey(reference)
                        .finished()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldCallTheChainWhenNobodyReviews() {
        // given
        nobodyAnswers();
        approveAlone("management", "Nobody picks up.");

        // when
        clock.advance(Duration.ofDays(1));
        driver.runJob(reference, "BoundaryEvent_ReviewOverdue");

        // then
        assertThat(driver.acts(reference)).contains("task.escalated");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_ReviewApproval");
    }

    @Test
    void shouldBeToldWhetherOthersAreAskedAndWhatIsLeftToDecide() {
        // given
        begin(driver.reportedDanger("Glass in the yoghurt"));

        // then
        assertThat(told("legal")).containsExactly(true, false);
        assertThat(told("management")).as("let in, and not asked").containsExactly(false, true);
        assertThatThrownBy(() -> decide("management", Map.of("decision", "APPROVE")))
                .hasMessageContaining("you are not among them");
        assertThatThrownBy(() -> decide("management", Map.of("decision", "SEND_BACK", "comments", "Shorter.")))
                .hasMessageContaining("you can approve it alone, but not send it back");

        // when nobody answers, so that the chain asks management
        clock.advance(Duration.ofMinutes(10));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");

        // then
        assertThat(told("management")).containsExactly(true, true);
    }

    /** Whether the task is asked of them, and whether they may approve alone. */
    private List<Boolean> told(String person) {
        String task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("UserTask_ApproveStatement")
                .taskCandidateGroup("legal")
                .singleResult()
                .getId();
        JsonNode briefing = read(WebappSession.signIn(port, person, "tasklist")
                .get("/api/tasklist/plugin/firebreak/default/tasks/" + task + "/case")
                .body());
        return List.of(
                briefing.path("isAsked").asBoolean(),
                briefing.path("mayApproveAlone").asBoolean());
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(body, unreadable);
        }
    }

    private void decide(String person, Map<String, Object> values) {
        driver.decide(person, reference, driver.latestVersion(reference), values);
    }

    @Test
    void shouldBeRefusedWithoutAReason() {
        // given
        nobodyAnswers();

        // then
        assertRefused("management", " ", "Why you approve it alone is missing");
    }

    @Test
    void shouldBeRefusedBelowS1() {
        // given
        begin(driver.reportedOffence("A joke that hurts"));

        // then
        assertRefused("management", "I am in a hurry.", "Only in a case of severity S1");
    }

    @Test
    void shouldBeRefusedToEverybodyButManagement() {
        // given
        nobodyAnswers();

        // then
        assertRefused("crisislead", "I am in a hurry.", "Only management can approve a text alone.");
        assertRefused("legal", "I am in a hurry.", "Only management can approve a text alone.");
        assertThatThrownBy(() -> driver.decide(
                        "legal",
                        reference,
                        driver.latestVersion(reference),
                        Map.of("decision", "APPROVE_ALONE", "comments", "I am in a hurry.")))
                .satisfies(failure ->
                        assertThat(Refusal.behind(failure)).hasMessageContaining("Only management can approve"));
    }

    @Test
    void shouldBeRefusedToWhoeverWroteInIt() {
        // given
        nobodyAnswers();
        driver.sendBack("legal", reference, StatementKind.STATEMENT, "Let management write it.");
        transaction.executeWithoutResult(status -> statements.write(
                reference,
                StatementText.of("en", "Title", "By management.", false, null, false),
                new Actor("management")));

        // then
        assertRefused("management", "I am in a hurry.", "You wrote in this statement");
    }

    @Test
    void shouldBeRefusedToManagementThatIsNotOnCallWhileAnotherIs() {
        // given
        nobodyAnswers();
        String duty = transaction.execute(status -> duties.change(
                        new NewDutyChange(
                                "crisis leads, second",
                                clock.instant().toString(),
                                clock.instant().plus(Duration.ofMinutes(30)).toString(),
                                "management2",
                                "A test."),
                        LEAD)
                .entries()
                .get(0)
                .change()
                .id()
                .toString());

        // then
        try {
            assertRefused("management", "I am in a hurry.", "You are not on call now; management2 can approve");
            assertThat(alone.mayApprove(reference, new Actor("management"))).isFalse();
            assertThat(alone.mayApprove(reference, new Actor("management2"))).isTrue();
        } finally {
            transaction.executeWithoutResult(status -> duties.end(duty, LEAD));
        }
        approveAlone("management", "Nobody is on call.");
        assertThat(driver.latestVersion(reference).isApproved()).isTrue();
    }

    @Test
    void shouldCountForThisTextAlone() {
        // given
        nobodyAnswers();
        approveAlone("management", "Nobody picks up.");

        // when
        transaction.executeWithoutResult(status -> statements.write(
                reference, StatementText.of("en", "Title", "More.", false, "More.", true), new Actor("spokesperson")));

        // then
        assertThat(driver.latestVersion(reference).isApproved()).isFalse();
        assertThat(driver.latestVersion(reference).agreement().votes()).isEmpty();
    }

    /** By the Java API; what a form or REST hands in ends there too. */
    private void assertRefused(String person, String reason, String sentence) {
        String seen = driver.latestVersion(reference).sha256();
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> alone.approve(reference, null, ballot(seen, reason), new Actor(person))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
        List<LedgerEntry> entries = driver.ledger(reference);
        assertThat(entries.get(entries.size() - 1).type()).isEqualTo("approval.refused");
        assertThat(driver.latestVersion(reference).isApproved()).isFalse();
    }

    private static LoneBallot ballot(String seen, String reason) {
        return new LoneBallot(Seen.of(seen), reason, GoingOn.NOT_SAID);
    }

    private void begin(String newReference) {
        reference = newReference;
        driver.startAlone(reference, "StatementApproval", Map.of());
        driver.write("spokesperson", reference, "Do not eat it.");
    }

    /** The chain has asked management to take the tasks. */
    private void nobodyAnswers() {
        begin(driver.reportedDanger("Glass in the yoghurt"));
        clock.advance(Duration.ofMinutes(10));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");
    }

    private void approveAlone(String person, String reason) {
        driver.decide(
                person,
                reference,
                driver.latestVersion(reference),
                new HashMap<>(Map.of("decision", "APPROVE_ALONE", "comments", reason)));
    }

    private List<String> told() {
        return jdbc.sql("SELECT person FROM firebreak.notice WHERE case_reference = ? AND kind = 'APPROVED_ALONE'")
                .param(reference)
                .query(String.class)
                .list();
    }

    private ImpactReport.Said said() {
        return reports.of(CaseReference.parse(reference)).texts().get(0).votes().stream()
                .filter(ImpactReport.Said::alone)
                .findFirst()
                .orElseThrow();
    }
}
