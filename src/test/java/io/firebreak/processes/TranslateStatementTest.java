package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.Publishing;
import io.firebreak.statement.Approvals;
import io.firebreak.statement.Ballot;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.support.AuthorsWord;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of a statement into another language. Who speaks what is in the demo's team. */
@FirebreakTest
class TranslateStatementTest {

    private static final String TRANSLATE = "UserTask_TranslateStatement";

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Publishing publishing;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private TransactionTemplate transaction;

    private String reference;
    private String instance;

    /** Written by communitymanager, approved by legal2; to be translated into Polish. */
    @BeforeEach
    void start() {
        reference = driver.reportedOwnSlip("A wrong price");
        approved("The price is 9 euros.", true, null);
        instance = driver.startAlone(reference, "TranslateStatement", Map.of("language", "pl"));
    }

    @Test
    void shouldTranslateApproveAndPublishBesideTheOriginal() {
        // when
        translate("spokesperson");
        driver.approve("legal", reference, StatementKind.TRANSLATION);
        driver.publish(reference);

        // then
        StatementVersion translation = driver.latestVersion(reference, StatementKind.TRANSLATION);
        assertThat(translation.text().language()).isEqualTo("pl");
        assertThat(translation.text().apology()).as("as the original does").isTrue();
        assertThat(translation.original())
                .isEqualTo(driver.latestVersion(reference).id());
        assertThat(translation.authors()).containsExactlyInAnyOrder("spokesperson", "communitymanager");
        assertThat(publishing.of(reference)).singleElement().satisfies(publication -> {
            assertThat(publication.kind()).isEqualTo(StatementKind.TRANSLATION);
            assertThat(publication.language()).isEqualTo("pl");
        });
        assertThat(driver.acts(reference))
                .containsSubsequence(
                        "translation.written", "translation.approved", "translation.queued", "translation.published");
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    @Test
    void shouldTellWhoCouldTranslate() {
        assertThatThrownBy(() -> translate("communitymanager"))
                .hasMessageContaining(
                        "You are not known to speak Polish. communitymanager2 or spokesperson can do this.");
        assertThat(driver.openTasks(reference)).containsExactly(TRANSLATE);
    }

    @Test
    void shouldTellWhoCouldApprove() {
        // given
        translate("spokesperson");

        // when, then
        assertThatThrownBy(() -> driver.approve("crisislead", reference, StatementKind.TRANSLATION))
                .hasMessageContaining(
                        "You are not known to speak Polish. crisislead2, legal or management2 can do this.");
        assertThat(driver.acts(reference)).contains("approval.refused");
    }

    @Test
    void shouldRefuseWhoeverWroteTheTranslation() {
        // given
        translate("spokesperson");

        // when, then
        assertThatThrownBy(() -> driver.approve("spokesperson", reference, StatementKind.TRANSLATION))
                .hasMessageContaining("You wrote in this statement");
    }

    @Test
    void shouldLetWhoeverDoesNotReadItSendItBack() {
        // given
        translate("spokesperson");

        // when
        driver.sendBack("crisislead", reference, StatementKind.TRANSLATION, "The title is missing a letter.");

        // then
        assertThat(driver.openTasks(reference)).containsExactly(TRANSLATE);
        translate("communitymanager2");
        driver.approve("legal", reference, StatementKind.TRANSLATION);
        assertThat(driver.latestVersion(reference, StatementKind.TRANSLATION).number())
                .isEqualTo(2);
    }

    @Test
    void shouldRefuseToApproveATranslationOfAnEarlierVersion() {
        // given
        translate("spokesperson");

        // when
        approved("The price is 8 euros.", false, "The price was wrong.");

        // then
        assertThatThrownBy(() -> driver.approve("legal", reference, StatementKind.TRANSLATION))
                .hasMessageContaining("The statement that this text translates was changed");
    }

    @Test
    void shouldAskOnlyThoseWhoSpeakTheLanguageWhenNobodyTranslates() {
        // given
        String task = driver.task(reference, TRANSLATE).getId();

        // when
        clock.advance(Duration.ofHours(2));
        driver.runJob(reference, "BoundaryEvent_TranslationOverdue");

        // then
        assertThat(taskService.getIdentityLinksForTask(task))
                .extracting(IdentityLink::getUserId)
                .contains("crisislead2")
                .doesNotContain("crisislead");
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("chain.skipped"))
                .extracting(entry -> entry.details().get("who"))
                .as("those who don't speak it, where it is their turn")
                .isSubsetOf("crisislead", "management", "level 1");
        translate("crisislead2");
    }

    @Test
    void shouldCallInTheNextInCommandWhenNobodyApproves() {
        // given
        translate("spokesperson");

        // when
        clock.advance(Duration.ofMinutes(20));
        driver.runJob(reference, "BoundaryEvent_ApprovalOverdue");

        // then
        assertThat(driver.acts(reference)).contains("task.escalated");
        driver.approve("management2", reference, StatementKind.TRANSLATION);
        assertThat(driver.openTasks(reference)).isEmpty();
    }

    @Test
    void shouldPublishSeveralTranslationsAtOnceWithoutMixingThem() {
        // given
        String other = runtimeService
                .startProcessInstanceByKey(
                        "TranslateStatement", reference, Map.of("language", "es", "caseReference", reference))
                .getId();
        completeIn(instance, "spokesperson", TRANSLATE, Map.of("title", "Cena", "body", "Cena wynosi 9 euro."));
        completeIn(other, "communitymanager", TRANSLATE, Map.of("title", "Precio", "body", "El precio es 9 euros."));

        // when
        approveIn(instance, "legal", "pl");
        approveIn(other, "management", "es");
        driver.publish(reference);

        // then
        assertThat(publishing.of(reference)).extracting(Publication::language).containsExactlyInAnyOrder("pl", "es");
        assertThat(publishing.of(reference)).extracting(Publication::url).doesNotHaveDuplicates();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .count())
                .isZero();
    }

    private void approveIn(String process, String approver, String language) {
        StatementVersion version = statements
                .translationInto(reference, language)
                .flatMap(translation -> statements.latestOf(translation.id()))
                .orElseThrow();
        completeIn(
                process,
                approver,
                "UserTask_ApproveStatement",
                Map.of("decision", "APPROVE", "sha256", version.sha256()));
    }

    private void completeIn(String process, String person, String task, Map<String, Object> values) {
        String id = taskService
                .createTaskQuery()
                .processInstanceId(process)
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        driver.as(person, () -> {
            taskService.complete(id, AuthorsWord.with(task, values));
            return null;
        });
    }

    private void translate(String person) {
        driver.complete(person, reference, TRANSLATE, Map.of("title", "Cena", "body", "Cena wynosi 9 euro."));
    }

    private void approved(String body, boolean apology, String correctionNote) {
        transaction.executeWithoutResult(status -> {
            StatementVersion version = statements.write(
                    reference,
                    new StatementText("en", "The price", body, apology, correctionNote),
                    new Actor("communitymanager"));
            approvals.agree(reference, null, Ballot.of(version.sha256(), null), new Actor("legal2"));
        });
    }
}
