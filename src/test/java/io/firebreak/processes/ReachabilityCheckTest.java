package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways through {@code ReachabilityCheck}, with the demo's plan. */
@FirebreakTest
class ReachabilityCheckTest {

    private static final String REPAIR = "UserTask_RepairChain";

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private final List<String> absences = new ArrayList<>();

    @BeforeEach
    void lookOnceSoThatWhatIsThereAnywayIsKnown() {
        runChangesGathered();
        lookAtNight();
    }

    @AfterEach
    void everybodyComesBack() {
        absences.forEach(id -> web().post("crisislead", "/api/absences/" + id + "/end", null));
        lookAtNight();
    }

    @Test
    void shouldAskForARepairOnceHoweverManyNightsFindTheGap() {
        // given
        List<Task> before = repairs();
        everybodyIsAway();

        // when
        lookAtNight();

        // then
        List<Task> found = repairs().stream()
                .filter(task -> before.stream().noneMatch(known -> known.getId().equals(task.getId())))
                .toList();
        assertThat(found).isNotEmpty();
        assertThat(titles(found)).anyMatch(title -> title.contains("Nobody can be asked."));
        assertThat(found).allSatisfy(task -> {
            assertThat(task.getDueDate().toInstant()).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
            assertThat(taskService
                            .createTaskQuery()
                            .taskId(task.getId())
                            .taskCandidateGroup("crisislead")
                            .count())
                    .isOne();
            assertThat(taskService
                            .createTaskQuery()
                            .taskId(task.getId())
                            .taskCandidateGroup("management")
                            .count())
                    .isOne();
        });

        // when another night finds the same
        List<String> asked = ids(repairs());
        lookAtNight();

        // then
        assertThat(ids(repairs())).isEqualTo(asked);
    }

    @Test
    void shouldTakeTheTaskAwayWhenTheGapIsClosed() {
        // given
        everybodyIsAway();
        lookAtNight();
        assertThat(titles(repairs())).anyMatch(title -> title.contains("away until") || title.contains("None of"));

        // when everybody is back
        absences.forEach(id -> web().post("crisislead", "/api/absences/" + id + "/end", null));
        absences.clear();
        lookAtNight();

        // then
        assertThat(titles(repairs())).noneMatch(title -> title.contains("Nobody can be asked."));
        assertThat(acts("gap.closed")).isNotEmpty();
    }

    @Test
    void shouldKeepWhatWasDoneAndAskAgainWhereItDidNotHelp() {
        // given the begin of a quarter of an hour: what is looked at begins with it, and is told with its times
        clock.advance(Duration.ofSeconds(900 - Math.floorMod(clock.instant().getEpochSecond(), 900)));
        everybodyIsAway();
        lookAtNight();
        Task task = repairs().stream()
                .filter(each -> titles(List.of(each)).get(0).contains("Nobody can be asked."))
                .findFirst()
                .orElseThrow();
        String title = titles(List.of(task)).get(0);

        // when
        complete("crisislead", task, Map.of("decision", "REPAIRED", "note", "I called a stand-in."));

        // then
        assertThat(titles(repairs())).doesNotContain(title);
        assertThat(acts("gap.repaired"))
                .anyMatch(
                        sentence -> sentence.contains(" says that this is repaired: Gap in the chain of command for "));

        // when it is looked again, a minute later
        clock.advance(Duration.ofMinutes(2));
        runChangesGathered();

        // then it was not repaired
        assertThat(titles(repairs())).contains(title);
        Task again = repairs().stream()
                .filter(each -> titles(List.of(each)).get(0).equals(title))
                .findFirst()
                .orElseThrow();
        assertThat(again.getId()).isNotEqualTo(task.getId());

        // when it is left as it is
        complete("management", again, Map.of("decision", "ACCEPTED", "note", "A bank holiday."));
        lookAtNight();

        // then
        assertThat(titles(repairs())).doesNotContain(title);
    }

    @Test
    void shouldWantToKnowWhatWasDone() {
        // given
        everybodyIsAway();
        lookAtNight();
        Task task = repairs().get(0);

        // then
        assertThatThrownBy(() -> complete("crisislead", task, Map.of("decision", "REPAIRED", "note", " ")))
                .hasMessageContaining("What was done is missing");
        assertThatThrownBy(() -> complete("legal", task, Map.of("decision", "REPAIRED", "note", "Done.")))
                .hasMessageContaining("legal")
                .hasMessageContaining("TASK_WORK");
    }

    @Test
    void shouldCallTheChainOfCommandForEachRepairThatNobodyMakes() {
        // given
        everybodyIsAway();
        lookAtNight();
        List<Task> repairs = repairs();
        Task task = repairs.get(0);

        // when the first is late
        managementService.executeJob(overdueRepairs().get(0).getId());

        // then no chain is called for the others
        assertThat(repairs)
                .filteredOn(repair -> !statesOfChain(repair).isEmpty())
                .hasSize(1);

        // when all are late
        overdueRepairs().forEach(job -> managementService.executeJob(job.getId()));

        // then each has one, and says in health that nobody answers
        assertThat(repairs)
                .allSatisfy(repair -> assertThat(statesOfChain(repair)).containsExactly("BROKEN"));
        assertThat(web().get("admin", "/actuator/health").body()).contains("\"Repair the chain\"");

        // when
        HttpResponse<String> answer = web().post("management", "/api/tasks/" + task.getId() + "/acknowledge", "{}");

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(statesOfChain(task)).containsExactly("RESTING");

        // when
        complete("management", task, Map.of("decision", "ACCEPTED", "note", "A bank holiday."));

        // then
        assertThat(statesOfChain(task)).containsExactly("ENDED");
    }

    @Test
    void shouldLookAtAllChangesOfAMinuteTogether() {
        // when
        everybodyIsAway();

        // then one check waits, though many changes were entered
        assertThat(waitingChecks()).hasSize(1);
        assertThat(waitingChecks().get(0).getDuedate().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void shouldComeAtHalfPastTwoOnTheClocksOfTheHouse() {
        assertThat(nightly().getDuedate().toInstant().toString()).endsWith("T02:30:00Z");
    }

    @Test
    void shouldShowInHealthThatNobodyCanBeReached() throws Exception {
        // given
        everybodyIsAway();
        lookAtNight();

        // then
        HttpResponse<String> health = web().get("admin", "/actuator/health");
        assertThat(json.readTree(health.body())
                        .at("/components/reachability/status")
                        .asText())
                .isEqualTo("DEGRADED");
        assertThat(json.readTree(health.body())
                        .at("/components/reachability/details/nobody")
                        .toString())
                .contains("Nobody can be asked.");
    }

    /** All from now on, so that the chains come to nobody. */
    private void everybodyIsAway() {
        Instant from = clock.instant();
        for (String person : List.of(
                "communitymanager",
                "communitymanager2",
                "crisislead",
                "crisislead2",
                "areaowner",
                "areaowner2",
                "legal",
                "legal2",
                "spokesperson",
                "spokesperson2",
                "management",
                "management2")) {
            HttpResponse<String> answer = web().post(
                            "crisislead",
                            "/api/absences",
                            "{\"person\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}"
                                    .formatted(person, from, from.plus(Duration.ofDays(40))));
            assertThat(answer.statusCode()).isEqualTo(201);
            try {
                absences.add(json.readTree(answer.body()).at("/id").asText());
            } catch (com.fasterxml.jackson.core.JsonProcessingException noJson) {
                throw new AssertionError(noJson);
            }
        }
    }

    private void lookAtNight() {
        managementService.executeJob(nightly().getId());
    }

    private Job nightly() {
        return managementService
                .createJobQuery()
                .processDefinitionKey("ReachabilityCheck")
                .activityId("StartEvent_EveryNight")
                .singleResult();
    }

    private List<Job> waitingChecks() {
        return managementService
                .createJobQuery()
                .processDefinitionKey("ReachabilityCheck")
                .activityId("CatchEvent_ChangesGathered")
                .list();
    }

    private List<Job> overdueRepairs() {
        return managementService
                .createJobQuery()
                .activityId("BoundaryEvent_RepairOverdue")
                .list();
    }

    private List<String> statesOfChain(Task task) {
        return jdbc.sql("SELECT state FROM firebreak.chain_run WHERE task_id = ?")
                .param(task.getId())
                .query(String.class)
                .list();
    }

    private void runChangesGathered() {
        waitingChecks().forEach(job -> managementService.executeJob(job.getId()));
    }

    private List<Task> repairs() {
        return taskService
                .createTaskQuery()
                .taskDefinitionKey(REPAIR)
                .orderByTaskId()
                .asc()
                .list();
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::getId).toList();
    }

    /** As the cards in Tasklist show them. */
    private List<String> titles(List<Task> tasks) {
        return tasks.stream()
                .map(task -> (String) taskService.getVariable(task.getId(), "caseTitle"))
                .toList();
    }

    private void complete(String person, Task task, Map<String, Object> inputs) {
        driver.as(new Actor(person).id(), () -> {
            taskService.complete(task.getId(), new HashMap<>(inputs));
            return null;
        });
    }

    private List<String> acts(String type) {
        return jdbc.sql("SELECT sentence FROM firebreak.ledger_entry WHERE act = ?")
                .param(type)
                .query(String.class)
                .list();
    }

    private Web web() {
        return new Web(port);
    }
}
