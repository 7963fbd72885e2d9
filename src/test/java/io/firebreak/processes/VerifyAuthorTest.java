package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import io.firebreak.author.AuthorFinding;
import io.firebreak.author.AuthorFinding.Standing;
import io.firebreak.author.Finding;
import io.firebreak.author.Findings;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Typist;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways that a look at an author can go through {@code VerifyAuthor}. */
@FirebreakTest
class VerifyAuthorTest {

    private static final String TWO_PIECES = "https://network.example/a\nThe account answers from their office.";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Findings findings;

    @Autowired
    private Cases cases;

    @Autowired
    private Assessments assessments;

    @Autowired
    private TestClock clock;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String reference;
    private ProcessInstance instance;

    @BeforeEach
    void startProcess() {
        BpmnAwareTests.init(engine);
        CommentDriver comments = new CommentDriver(cases, assessments, runtimeService, transaction);
        reference = comments.comment("A late parcel");
        instance = comments.start("VerifyAuthor", reference);
    }

    @Test
    void shouldTakeACustomerForGenuine() {
        // when
        verify(Map.of("orderMatched", true, "orderNumber", "4711", "youngAccount", "YES", "nearDuplicates", "YES"));

        // then
        assertThat(instance).isEnded().hasPassed("EndEvent_AuthorTakenAsGenuine");
        AuthorFinding found = finding();
        assertThat(found.finding()).isEqualTo(Finding.GENUINE);
        assertThat(found.standing()).isEqualTo(Standing.GENUINE);
        assertThat(found.check().orderNumber()).isEqualTo("4711");
        assertThat(driver.acts(reference)).containsSubsequence("task.created", "author.checked", "author.verified");
    }

    @Test
    void shouldTreatAsGenuineWhomNobodyKnows() {
        // when
        verify(Map.of("youngAccount", "YES", "nearDuplicates", "YES"));

        // then
        assertThat(instance).isEnded().hasPassed("EndEvent_AuthorTakenAsGenuine");
        assertThat(finding().standing()).isEqualTo(Standing.UNCLEAR);
        assertThat(finding().advice()).contains("treat them as a genuine customer");
    }

    @Test
    void shouldHaveASuspicionInvestigatedByAPerson() {
        // given
        raiseSuspicion();
        assertThat(finding().standing()).isEqualTo(Standing.SUSPICION);

        // when
        investigate("legal", "COORDINATED", null);

        // then
        assertThat(instance).isEnded().hasPassed("EndEvent_SuspicionSettled");
        assertThat(finding().standing()).isEqualTo(Standing.COORDINATED);
        assertThat(driver.acts(reference)).containsSubsequence("author.verified", "author.investigated");
    }

    @Test
    void shouldTreatAnAuthorAsGenuineWhenTheSuspicionWasWrong() {
        // given
        raiseSuspicion();

        // when
        investigate("crisislead", "NOT_COORDINATED", null);

        // then
        assertThat(instance).isEnded();
        assertThat(finding().standing()).isEqualTo(Standing.UNCLEAR);
    }

    @Test
    void shouldNameACompetitorWithEvidenceAndACountersignature() {
        // given
        raiseSuspicion();
        investigate("crisislead", "COMPETITOR", TWO_PIECES);
        assertThat(finding().standing()).isEqualTo(Standing.SUSPICION);
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_CountersignCompetitor");

        // when
        countersign("management", true, null);

        // then
        assertThat(instance).isEnded().hasPassed("EndEvent_CompetitorDecided");
        assertThat(finding().standing()).isEqualTo(Standing.COMPETITOR);
        assertThat(finding().investigation().evidence())
                .containsExactly("https://network.example/a", "The account answers from their office.");
        assertThat(driver.ledger(reference)).extracting(LedgerEntry::sentence).anySatisfy(sentence -> assertThat(
                        sentence)
                .isEqualTo("management countersigns that a competitor is behind it."));
    }

    @Test
    void shouldKeepTheSuspicionWhenManagementDoesNotAgree() {
        // given
        raiseSuspicion();
        investigate("crisislead", "COMPETITOR", TWO_PIECES);

        // when
        countersign("management", false, "The office is shared by twenty firms.");

        // then
        assertThat(instance).isEnded();
        assertThat(finding().standing()).isEqualTo(Standing.SUSPICION);
    }

    @Test
    void shouldRefuseToDisagreeWithoutAReason() {
        // given
        raiseSuspicion();
        investigate("crisislead", "COMPETITOR", TWO_PIECES);

        // when, then
        assertThatThrownBy(() -> countersign("management", false, " ")).hasMessageContaining("Why you don't agree");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_CountersignCompetitor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://network.example/a", "The same.\n The same. \n\n"})
    void shouldRefuseACompetitorWithoutTwoPiecesOfEvidence(String evidence) {
        // given
        raiseSuspicion();

        // when, then
        assertThatThrownBy(() -> investigate("crisislead", "COMPETITOR", evidence))
                .hasMessageContaining("takes at least 2 different pieces of evidence");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_InvestigateSuspicion");
        assertThat(finding().investigation()).isNull();
    }

    @Test
    void shouldRefuseTheCountersignatureOfWhoNamedTheCompetitor() {
        // given
        raiseSuspicion();
        taskService.addCandidateGroup(
                driver.task(reference, "UserTask_InvestigateSuspicion").getId(), "management");
        investigate("management", "COMPETITOR", TWO_PIECES);

        // when, then
        assertThatThrownBy(() -> countersign("management", true, null))
                .hasMessageContaining("another one of management has to countersign");
        assertThat(finding().standing()).isEqualTo(Standing.SUSPICION);
        countersign("management2", true, null);
        assertThat(finding().standing()).isEqualTo(Standing.COMPETITOR);
    }

    @Test
    void shouldRefuseACountersignatureOfWhoNamedTheCompetitorInTheDatabaseToo() {
        // given
        raiseSuspicion();
        investigate("crisislead", "COMPETITOR", TWO_PIECES);

        // when, then
        assertThatThrownBy(() -> countersignInTheDatabase("crisislead")).isInstanceOf(DataAccessException.class);
    }

    @Test
    void shouldRefuseTheCountersignatureOfWhoTypedWhatNamesTheCompetitor() {
        // given
        raiseSuspicion();
        String task = driver.task(reference, "UserTask_InvestigateSuspicion").getId();
        new Typist(port, taskService).type(task, "management", Map.of("reason", "We compared the texts."));

        // when
        investigate("crisislead", "COMPETITOR", TWO_PIECES);

        // then
        assertThat(finding().investigation().authors()).containsExactly("crisislead", "management");
        assertThatThrownBy(() -> countersign("management", true, null))
                .hasMessageContaining("You wrote in what names the competitor");
        assertThatThrownBy(() -> countersignInTheDatabase("management"))
                .hasMessageContaining("does not countersign it");
        countersign("management2", true, null);
        assertThat(finding().standing()).isEqualTo(Standing.COMPETITOR);
    }

    private void countersignInTheDatabase(String signedBy) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.author_countersignature
                        SELECT o.id, o.concluded_by, true, NULL, ?, now()
                        FROM firebreak.author_conclusion o JOIN firebreak.author_check c ON c.id = o.check_id
                        WHERE c.case_reference = ?
                        """)
                .params(signedBy, reference)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"author_check", "author_finding", "author_conclusion", "author_countersignature"})
    void shouldNeverChangeWhatWasFound(String table) {
        // given
        raiseSuspicion();
        investigate("crisislead", "COMPETITOR", TWO_PIECES);
        countersign("management", true, null);

        // when, then
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM firebreak." + table).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed or removed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "handle       | ' '   | The author's name is missing",
                "place        |       | Where the author writes is missing",
                "orderMatched |       | Whether an order or ticket of theirs was found is not answered",
                "youngAccount | MAYBE | Whether the account is young is missing or unknown"
            })
    void shouldRefuseALookThatSaysNothing(String name, String value, String sentence) {
        // given
        Map<String, Object> values = look(Map.of());
        values.put(name, value);

        // when, then
        assertThatThrownBy(() -> driver.complete("communitymanager", reference, "UserTask_VerifyAuthor", values))
                .hasMessageContaining(sentence);
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_VerifyAuthor");
    }

    @Test
    void shouldRefuseAnOrderWithoutItsNumber() {
        assertThatThrownBy(() -> verify(Map.of("orderMatched", true)))
                .hasMessageContaining("The order or ticket number is missing");
    }

    /** Whoever named the competitor can't countersign, so another crisis lead is asked. */
    @ParameterizedTest
    @CsvSource({
        "UserTask_VerifyAuthor, BoundaryEvent_VerificationOverdue, PT15M, crisislead",
        "UserTask_InvestigateSuspicion, BoundaryEvent_InvestigationOverdue, PT2H, management",
        "UserTask_CountersignCompetitor, BoundaryEvent_CountersignatureOverdue, PT2H, crisislead2"
    })
    void shouldCallInTheNextInCommandWhenNobodyAnswers(String task, String timer, Duration after, String person) {
        // given
        if (!task.equals("UserTask_VerifyAuthor")) {
            raiseSuspicion();
        }
        if (task.equals("UserTask_CountersignCompetitor")) {
            investigate("crisislead", "COMPETITOR", TWO_PIECES);
        }

        // when
        clock.advance(after);
        driver.runJob(reference, timer);

        // then
        assertThat(taskService.getIdentityLinksForTask(
                        driver.task(reference, task).getId()))
                .extracting(IdentityLink::getUserId)
                .contains(person);
        assertThat(driver.acts(reference)).contains("task.escalated");
    }

    private void raiseSuspicion() {
        verify(Map.of("youngAccount", "YES", "nearDuplicates", "YES", "noOtherTopics", "YES"));
    }

    private void verify(Map<String, Object> seen) {
        driver.complete("communitymanager", reference, "UserTask_VerifyAuthor", look(seen));
    }

    private static Map<String, Object> look(Map<String, Object> seen) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "handle", "@angry",
                "place", "network.example",
                "orderMatched", false,
                "youngAccount", "UNKNOWN",
                "nearDuplicates", "UNKNOWN",
                "sharedLinkBurst", "NO",
                "noOtherTopics", "UNKNOWN",
                "synchronousActivity", "UNKNOWN"));
        values.putAll(seen);
        return values;
    }

    private void investigate(String user, String conclusion, String evidence) {
        Map<String, Object> values =
                new HashMap<>(Map.of("conclusion", conclusion, "reason", "We compared the texts."));
        Optional.ofNullable(evidence).ifPresent(pieces -> values.put("evidence", pieces));
        driver.complete(user, reference, "UserTask_InvestigateSuspicion", values);
    }

    private void countersign(String user, boolean agreed, String reason) {
        Map<String, Object> values = new HashMap<>(Map.of("agreed", agreed));
        values.put("reason", reason);
        driver.complete(user, reference, "UserTask_CountersignCompetitor", values);
    }

    private AuthorFinding finding() {
        List<AuthorFinding> newest =
                findings.of(CaseReference.parse(reference)).stream().toList();
        assertThat(newest).hasSize(1);
        return newest.get(0);
    }
}
