package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;

import io.firebreak.statement.Statements;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways of a text to its approval. */
@FirebreakTest
class StatementApprovalTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService taskService;

    private String reference;
    private String instance;

    @BeforeEach
    void start() {
        BpmnAwareTests.init(engine);
        begin(driver.reportedOwnSlip("A wrong price"));
    }

    private void begin(String newReference) {
        reference = newReference;
        instance = driver.startAlone(reference, "StatementApproval", Map.of());
    }

    @Test
    void shouldEndWithTheApprovedStatement() {
        // given
        assertThat(driver.task(reference, "UserTask_WriteStatement")
                        .getDueDate()
                        .toInstant())
                .isEqualTo(driver.crisisCase(reference).statementDueAt());

        // when
        driver.write("spokesperson", reference, "The price is 9 euros.");
        driver.approve("legal", reference);

        // then
        assertThat(reached("EndEvent_StatementApproved")).isTrue();
        assertThat(variable("statement"))
                .isEqualTo(driver.latestVersion(reference).statementId().toString());
        assertThat(driver.acts(reference)).containsSubsequence("statement.written", "statement.approved");
    }

    @Test
    void shouldComeBackWithCommentsUntilItIsApproved() {
        // given
        driver.write("spokesperson", reference, "Wrong.");

        // when
        driver.complete(
                "legal",
                reference,
                "UserTask_ApproveStatement",
                Map.of(
                        "decision",
                        "SEND_BACK",
                        "comments",
                        "Say the price.",
                        "sha256",
                        driver.latestVersion(reference).sha256()));

        // then
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
        driver.write("communitymanager", reference, "The price is 9 euros.");
        driver.approve("crisislead", reference);
        assertThat(reached("EndEvent_StatementApproved")).isTrue();
        assertThat(driver.latestVersion(reference).number()).isEqualTo(2);
    }

    @Test
    void shouldCallInTheNextInCommandWhenNobodyApproves() {
        // given
        driver.write("spokesperson", reference, "The price is 9 euros.");
        String task = driver.task(reference, "UserTask_ApproveStatement").getId();

        // when
        clock.advance(Duration.ofMinutes(20));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");

        // then
        assertThat(taskService.getIdentityLinksForTask(task))
                .extracting(IdentityLink::getUserId)
                .contains("management");
        driver.approve("management", reference);
        assertThat(reached("EndEvent_StatementApproved")).isTrue();
        assertThat(driver.acts(reference)).contains("task.escalated");
    }

    @Test
    void shouldNameThePostThatAnOwnSlipPutsRight() {
        // given
        begin(driver.reportedOwnSlip("A typo", "https://social.example/1"));

        // when
        driver.complete("spokesperson", reference, "UserTask_WriteStatement", text("es", "El precio es 9 euros."));

        // then
        assertThat(driver.latestVersion(reference).text().body())
                .isEqualTo("El precio es 9 euros.\n\nEste texto rectifica: https://social.example/1");
    }

    @Test
    void shouldNameThePostOnce() {
        // given
        begin(driver.reportedOwnSlip("A typo", "https://social.example/1"));

        // when
        driver.complete(
                "spokesperson",
                reference,
                "UserTask_WriteStatement",
                text("en", "Of https://social.example/1 the price is wrong."));

        // then
        assertThat(driver.latestVersion(reference).text().body()).endsWith("the price is wrong.");
    }

    @Test
    void shouldKeepTheFurtherLanguages() {
        // given
        Map<String, Object> values = text("en", "The price is 9 euros.");
        values.put("translations", " pl, IT ,pl");

        // when
        driver.complete("spokesperson", reference, "UserTask_WriteStatement", values);

        // then
        assertThat(driver.latestVersion(reference).translations()).containsExactly("pl", "it");
    }

    @Test
    void shouldRefuseALanguageThatNobodySpeaksOrThatItIsWrittenIn() {
        assertTranslationsRefused("fi", "Nobody is known to speak Finnish");
        assertTranslationsRefused("en-GB", "is written in English already");
        assertTranslationsRefused("klingon-x", "The language is missing or unknown");
        assertThat(statements.of(reference)).isEmpty();
    }

    private void assertTranslationsRefused(String translations, String sentence) {
        Map<String, Object> values = text("en", "The price is 9 euros.");
        values.put("translations", translations);
        assertThatThrownBy(() -> driver.complete("spokesperson", reference, "UserTask_WriteStatement", values))
                .hasMessageContaining(sentence);
    }

    private static Map<String, Object> text(String language, String body) {
        return new HashMap<>(Map.of("language", language, "title", "Title", "body", body));
    }

    private boolean reached(String activity) {
        return historyService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(activity)
                        .finished()
                        .list()
                        .stream()
                        .map(HistoricActivityInstance::getActivityId)
                        .count()
                == 1;
    }

    private Object variable(String name) {
        return historyService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName(name)
                .singleResult()
                .getValue();
    }
}
