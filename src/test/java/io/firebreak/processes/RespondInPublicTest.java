package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cause;
import io.firebreak.crisis.Cause.Claim;
import io.firebreak.crisis.Cause.Cluster;
import io.firebreak.crisis.Cause.Responsibility;
import io.firebreak.crisis.Causes;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationState;
import io.firebreak.publishing.Publishing;
import io.firebreak.statement.Posture;
import io.firebreak.statement.Postures;
import io.firebreak.statement.StatementKind;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The answer of a case: its posture, its statement, its way out, its translations. */
@FirebreakTest
class RespondInPublicTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Postures postures;

    @Autowired
    private Causes causes;

    @Autowired
    private Publishing publishing;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private TransactionTemplate transaction;

    private String reference;
    private String instance;

    @Test
    void shouldPutAnOwnSlipRightAtOnceWithoutAskingForAPosture() {
        // given
        respond(driver.reportedOwnSlip("A wrong price", "https://social.example/1"));
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");

        // when
        driver.write("spokesperson", reference, "The price is 9 euros.");
        driver.approve("legal", reference);
        driver.publish(reference);

        // then
        assertThat(postures.of(reference).orElseThrow().posture()).isEqualTo(Posture.REBUILD);
        assertThat(driver.latestVersion(reference).text().body()).endsWith("This puts right: https://social.example/1");
        assertThat(publishing.of(reference)).extracting(Publication::state).containsExactly(PublicationState.SENT);
        assertThat(driver.acts(reference))
                .containsSubsequence(
                        "posture.advised",
                        "statement.written",
                        "statement.approved",
                        "statement.queued",
                        "statement.published")
                .doesNotContain("posture.chosen");
        assertThat(passed()).contains("EndEvent_ResponsePublished").doesNotContain("UserTask_ChoosePosture");
        assertThat(isRunning()).isFalse();
    }

    @Test
    void shouldAskForThePostureWhereTheBlameIsOpen() {
        // given
        respond(assessed("PRODUCT_QUALITY"));
        assertThat(postures.of(reference).orElseThrow().advice().rule()).isEqualTo(3);

        // when
        choose("HOLD", null);

        // then
        assertThat(postures.of(reference).orElseThrow().chosenBy()).isEqualTo("crisislead");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
        assertThat(driver.acts(reference)).containsSubsequence("posture.advised", "posture.chosen");
    }

    @Test
    void shouldAdviseByTheCauseThatWasFound() {
        // given
        reference = assessed("COMPETITOR_OR_TROLL");
        found(Responsibility.NONE, Cluster.VICTIM, Claim.RUMOUR, true, false);

        // when
        respond(reference);

        // then
        assertThat(postures.of(reference).orElseThrow().advice().posture()).isEqualTo(Posture.DENY);
    }

    @Test
    void shouldAdviseByTheBadNameThatWasFound() {
        // given
        reference = assessed("PRODUCT_QUALITY");
        found(Responsibility.LOW, Cluster.ACCIDENTAL, Claim.FACT, false, true);

        // when
        respond(reference);

        // then
        assertThat(postures.of(reference).orElseThrow().advice().rule()).isEqualTo(9);
    }

    @Test
    void shouldDemandAReasonForAnotherPosture() {
        // given
        respond(assessed("PRODUCT_QUALITY"));

        // when, then
        assertThatThrownBy(() -> choose("DENY", " ")).hasMessageContaining("HOLD is advised; to choose DENY");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_ChoosePosture");
        choose("DENY", "The laboratory found nothing.");
        assertThat(postures.of(reference).orElseThrow().posture()).isEqualTo(Posture.DENY);
    }

    @Test
    void shouldDemandAReasonForAPostureThatContradictsTheOneBefore() {
        // given a case that denied, and whose cause turns out to be another one
        respond(assessed("PRODUCT_QUALITY"));
        choose("DENY", "The laboratory found nothing.");
        found(Responsibility.STRONG, Cluster.PREVENTABLE, Claim.FACT, false, false);

        // when
        respond(reference);

        // then
        assertThatThrownBy(() -> choose("REBUILD", null)).hasMessageContaining("This case chose DENY before");
        choose("REBUILD", "A second laboratory found glass.");
    }

    @Test
    void shouldWriteBesideTheCoolDownAndWaitForBoth() {
        // given
        respond(assessed("PRODUCT_QUALITY"));
        choose("HOLD", null);
        driver.write("spokesperson", reference, "We look into it.");
        driver.approve("legal", reference);

        // when
        driver.publish(reference);

        // then
        assertThat(publishing.of(reference)).isEmpty();
        clock.advance(Duration.ofMinutes(21));
        driver.publish(reference);
        assertThat(publishing.of(reference)).hasSize(1);
        assertThat(isRunning()).isFalse();
    }

    @Test
    void shouldPublishTheStatementBeforeItsTranslations() {
        // given
        respond(driver.reportedOwnSlip("A wrong price"));
        write(Map.of("translations", "pl, it"));
        driver.approve("crisislead2", reference);

        // when
        driver.publish(reference);

        // then
        assertThat(publishing.of(reference)).extracting(Publication::kind).containsExactly(StatementKind.STATEMENT);
        assertThat(driver.openTasks(reference))
                .containsExactly("UserTask_TranslateStatement", "UserTask_TranslateStatement");
        assertThat(isRunning()).isTrue();
    }

    @Test
    void shouldCorrectThePublishedStatementInASecondRound() {
        // given
        respond(driver.reportedOwnSlip("A wrong price"));
        driver.write("spokesperson", reference, "The price is 9 euros.");
        driver.approve("legal", reference);
        driver.publish(reference);

        // when
        respond(reference);
        write(Map.of("correctionNote", "The price was wrong again."));
        driver.approve("legal", reference);
        driver.publish(reference);

        // then
        assertThat(publishing.of(reference)).extracting(Publication::number).containsExactly(1, 2);
        assertThat(publishing.of(reference))
                .extracting(Publication::url)
                .containsOnly(publishing.of(reference).get(0).url());
    }

    private String assessed(String category) {
        String newReference = driver.report("Something happened");
        driver.assess(newReference, category);
        return newReference;
    }

    private void respond(String newReference) {
        reference = newReference;
        instance = driver.startAlone(reference, "RespondInPublic", Map.of());
    }

    private void found(
            Responsibility responsibility, Cluster cluster, Claim claim, boolean shownFalse, boolean badReputation) {
        transaction.executeWithoutResult(status -> causes.keep(
                CaseReference.parse(reference),
                new Cause(
                        "A video.", null, null, responsibility, cluster, claim, shownFalse, badReputation, null, null),
                new Actor("crisislead")));
    }

    private void choose(String posture, String reason) {
        Map<String, Object> values = new HashMap<>(Map.of("posture", posture));
        values.put("reason", reason);
        driver.complete("crisislead", reference, "UserTask_ChoosePosture", values);
    }

    private void write(Map<String, Object> more) {
        Map<String, Object> values =
                new HashMap<>(Map.of("language", "en", "title", "We are sorry", "body", "The price is 9 euros."));
        values.putAll(more);
        driver.complete("spokesperson", reference, "UserTask_WriteStatement", values);
    }

    private List<String> passed() {
        return historyService
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .finished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private boolean isRunning() {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
    }
}
