package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Causes;
import io.firebreak.crisis.Freezes;
import io.firebreak.crisis.Leads;
import io.firebreak.crisis.Phase;
import io.firebreak.crisis.Severity;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Containing a crisis: who leads, what is known, how it began. */
@FirebreakTest
class ContainCrisisTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private Causes causes;

    @Autowired
    private Leads leads;

    @Autowired
    private Freezes freezes;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TestClock clock;

    @Test
    void shouldAskForALeadAsSoonAsACrisisIsAssessed() {
        // when
        String reference = driver.reportedOffence("A joke that hurts");

        // then
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.CONTAIN);
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S2);
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_NameLead");
    }

    @Test
    void shouldLetWhoeverTakesTheLeadLead() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // when
        driver.complete("crisislead2", reference, "UserTask_NameLead", Map.of());

        // then
        assertThat(leads.of(CaseReference.parse(reference))).contains("crisislead2");
        assertThat(driver.acts(reference)).contains("lead.named");
        assertThat(driver.openTasks(reference))
                .contains("UserTask_InvestigateCause")
                .doesNotContain("UserTask_NameLead");
    }

    @Test
    void shouldNotLetSomebodyLeadWhoCannot() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // then
        assertThatThrownBy(() ->
                        driver.complete("crisislead", reference, "UserTask_NameLead", Map.of("lead", "spokesperson")))
                .hasMessageContaining("spokesperson can't lead a case");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_NameLead");
    }

    @Test
    void shouldAskEachAreaAtTheSameTimeAndKeepWhatEachKnows() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // when
        driver.complete(
                "crisislead",
                reference,
                "UserTask_NameLead",
                Map.of("areas", "Logistics\n\n Product ", "question", "Since when?"));

        // then
        List<Task> asked = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("UserTask_ProvideFacts")
                .list();
        assertThat(asked)
                .extracting(task -> taskService.getVariable(task.getId(), "area"))
                .containsExactlyInAnyOrder("Logistics", "Product");

        // when
        asked.forEach(task -> driver.as("areaowner", () -> {
            taskService.complete(task.getId(), new HashMap<>(Map.of("facts", "Since Monday.")));
            return null;
        }));
        driver.investigate(reference, "LOW", "ACCIDENTAL");

        // then
        assertThat(facts.of(CaseReference.parse(reference)))
                .extracting(CaseFacts.Fact::area, CaseFacts.Fact::text, CaseFacts.Fact::knownBy)
                .containsExactlyInAnyOrder(
                        tuple("Logistics", "Since Monday.", "areaowner"),
                        tuple("Product", "Since Monday.", "areaowner"));
        assertThat(driver.crisisCase(reference).phase()).isEqualTo(Phase.RESPOND);
    }

    @Test
    void shouldDemandAQuestionWhereAreasAreAsked() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // then
        assertThatThrownBy(() ->
                        driver.complete("crisislead", reference, "UserTask_NameLead", Map.of("areas", "Logistics")))
                .hasMessageContaining("The question to the areas is missing");
        assertThat(leads.of(CaseReference.parse(reference))).isEmpty();
    }

    @Test
    void shouldKeepEveryFindingOfTheCause() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // when
        driver.contain(reference);

        // then
        assertThat(causes.of(CaseReference.parse(reference))).hasValueSatisfying(cause -> {
            assertThat(cause.beginning()).isEqualTo("A post of ours.");
            assertThat(cause.foundBy()).isEqualTo("communitymanager");
        });
        assertThat(driver.acts(reference)).containsSubsequence("lead.named", "cause.investigated", "phase.entered");
    }

    @Test
    void shouldRefuseACauseWithoutItsBeginning() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");
        driver.complete("crisislead", reference, "UserTask_NameLead", Map.of());

        // then
        assertThatThrownBy(() -> driver.complete(
                        "communitymanager",
                        reference,
                        "UserTask_InvestigateCause",
                        Map.of("responsibility", "LOW", "cluster", "VICTIM", "claim", "RUMOUR")))
                .satisfies(
                        failure -> assertThat(Refusal.behind(failure)).hasMessageContaining("How it began is missing"));
    }

    @Test
    void shouldHoldBackAllElseOfTheBrandFromS2OnAndNotBelow() {
        // given
        String other = driver.reportAbout("Two troubles", "Typo elsewhere");
        driver.assess(other, "OWN_SLIP");

        // when
        String grave = driver.reportedOffence("Two troubles", "A joke that hurts");

        // then
        assertThat(freezes.holder(driver.crisisCase(other))).contains(CaseReference.parse(grave));
        assertThat(freezes.holder(driver.crisisCase(grave))).isEmpty();
        assertThat(driver.acts(grave)).contains("freeze.begun");
        assertThat(driver.acts(other)).doesNotContain("freeze.begun");
    }

    @Test
    void shouldVerifyTheAuthorWhereThereIsOne() {
        // given
        String dispute = driver.report("Insults below our post");
        driver.complete(
                "communitymanager",
                dispute,
                "UserTask_AssessIncident",
                Map.of(
                        "category",
                        "HOSTILE_DISPUTE",
                        "spread",
                        "HIGH",
                        "negativeSharePercent",
                        50,
                        "vividTrigger",
                        true,
                        "safetyRisk",
                        false));
        String offence = driver.reportedOffence("A joke that hurts");

        // when
        driver.complete("crisislead", dispute, "UserTask_NameLead", Map.of());
        driver.complete("crisislead", offence, "UserTask_NameLead", Map.of());

        // then
        assertThat(runningProcesses(dispute)).contains("VerifyAuthor");
        assertThat(runningProcesses(offence)).doesNotContain("VerifyAuthor");
    }

    @Test
    void shouldHoldWithAFirstWordWhereTheTableWantsOne() {
        // given
        String grave = driver.reportedOffence("A joke that hurts");
        String moderate = driver.report("A flood");
        driver.assess(moderate, "SUDDEN_SPIKE");

        // when
        driver.complete("crisislead", grave, "UserTask_NameLead", Map.of());
        driver.complete("crisislead", moderate, "UserTask_NameLead", Map.of());

        // then
        assertThat(runningProcesses(grave)).contains("HoldingStatement");
        assertThat(runningProcesses(moderate)).doesNotContain("HoldingStatement");
    }

    @Test
    void shouldCallInTheNextInCommandWhereNobodyLeadsAnswersOrInvestigates() {
        // given
        String reference = driver.reportedOffence("A joke that hurts");

        // when
        driver.runJob(reference, "BoundaryEvent_LeadOverdue");
        driver.complete(
                "management",
                reference,
                "UserTask_NameLead",
                Map.of("areas", "Product", "question", "What is it?", "lead", "crisislead"));
        driver.runJob(reference, "BoundaryEvent_FactsOverdue");
        driver.runJob(reference, "BoundaryEvent_CauseOverdue");

        // then
        assertThat(driver.ledger(reference))
                .filteredOn(entry -> entry.type().equals("task.escalated"))
                .extracting(entry -> entry.details().get("task"))
                .containsExactly("UserTask_NameLead", "UserTask_ProvideFacts", "UserTask_InvestigateCause");
        driver.complete("crisislead2", reference, "UserTask_ProvideFacts", Map.of("facts", "Nothing known yet."));
    }

    @Test
    void shouldGiveGraveCasesLessTime() {
        // given
        String grave = driver.reportedOffence("A joke that hurts");

        // then
        assertThat(driver.task(grave, "UserTask_NameLead").getDueDate().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    }

    private List<String> runningProcesses(String reference) {
        return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(instance -> instance.getProcessDefinitionId().replaceFirst(":.*", ""))
                .toList();
    }
}
