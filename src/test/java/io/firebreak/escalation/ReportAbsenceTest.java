package io.firebreak.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.roster.Absences;
import io.firebreak.roster.Roster;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody is away: their open work goes to whoever stands in, and comes back. */
@FirebreakTest
class ReportAbsenceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private EscalationDriver chain;

    @Autowired
    private Absences absences;

    @Autowired
    private FormService formService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectMapper json;

    private Web web;
    private String reference;
    private String task;

    @Autowired
    private Roster roster;

    private PlanInForce groups;

    @BeforeEach
    void hold() {
        // absences of other tests, whose process still waits
        endWaiting();
        groups = PlanInForce.madeOfGroups(roster);
        web = new Web(port);
        reference = driver.report("Saturday night");
        task = chain.task(reference).getId();
        claim("communitymanager");
    }

    /** The next test finds everybody at work. */
    @AfterEach
    void endAbsences() {
        groups.close();
        absences.of(null)
                .forEach(entry ->
                        post("admin", "/api/absences/" + entry.absence().id() + "/end", "{}"));
        endWaiting();
    }

    private void endWaiting() {
        waiting().forEach(instance -> runtimeService.deleteProcessInstance(instance.getId(), "the test is over"));
    }

    @Test
    void shouldMoveOpenWorkWhenTheAbsenceBeginsAndBringItBackAfterwards() throws Exception {
        // given
        Instant from = clock.instant().plus(Duration.ofHours(1));
        report("communitymanager", null, from, from.plus(Duration.ofHours(8)), "legal");
        assertThat(holder()).isEqualTo("communitymanager");

        // when
        clock.advance(Duration.ofHours(1));
        runTimer("CatchEvent_AbsenceBegins");

        // then
        assertThat(holder()).isEqualTo("legal");
        assertThat(moves())
                .extracting(LedgerEntry::actor, LedgerEntry::sentence)
                .containsExactly(tuple(
                        "firebreak", "communitymanager is away: the task \"Assess the incident\" goes to legal."));

        // when
        clock.advance(Duration.ofHours(8));
        runTimer("CatchEvent_AbsenceOver");

        // then
        assertThat(holder()).isEqualTo("communitymanager");
        assertThat(moves()).hasSize(2);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void shouldBringWorkBackAtOnceWhenTheAbsenceEndsEarly() throws Exception {
        // given
        String absence = report("communitymanager", null, clock.instant(), inHours(8), "legal");
        runTimer("CatchEvent_AbsenceBegins");
        assertThat(holder()).isEqualTo("legal");

        // when
        clock.advance(Duration.ofHours(2));
        HttpResponse<String> answer = post("communitymanager", "/api/absences/" + absence + "/end", "{}");

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(holder()).isEqualTo("communitymanager");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void shouldMoveNothingWhenTheAbsenceIsCalledOff() throws Exception {
        // given
        Instant from = clock.instant().plus(Duration.ofHours(1));
        String absence = report("communitymanager", null, from, from.plus(Duration.ofHours(8)), "legal");

        // when
        post("communitymanager", "/api/absences/" + absence + "/end", "{}");

        // then
        assertThat(waiting()).isEmpty();
        assertThat(holder()).isEqualTo("communitymanager");
    }

    @Test
    void shouldFollowStandInsUntilOneIsThere() throws Exception {
        // given
        report("legal", null, clock.instant(), inHours(9), "spokesperson");
        runTimer("CatchEvent_AbsenceBegins");

        // when
        report("communitymanager", null, clock.instant(), inHours(8), "legal");
        runTimer("CatchEvent_AbsenceBegins");

        // then
        assertThat(holder()).isEqualTo("spokesperson");
    }

    @Test
    void shouldFreeTheTaskWhereNobodyStandsInAndSaySo() throws Exception {
        // when
        report("communitymanager", null, clock.instant(), inHours(8), null);
        runTimer("CatchEvent_AbsenceBegins");

        // then
        assertThat(holder()).isNull();
        assertThat(moves())
                .extracting(LedgerEntry::sentence)
                .containsExactly(
                        "communitymanager is away and nobody stands in: the task \"Assess the incident\" is free.");
    }

    @Test
    void shouldLeaveWhereTheyAreTasksThatSomebodyTookOtherwise() throws Exception {
        // given
        report("communitymanager", null, clock.instant(), inHours(8), "legal");
        runTimer("CatchEvent_AbsenceBegins");
        post("crisislead", "/api/tasks/" + task + "/take-over", "{}");
        post("crisislead", "/api/tasks/" + task + "/hand-over", "{\"to\": \"legal\", \"summary\": \"You know it.\"}");
        assertThat(holder()).isEqualTo("legal");

        // when
        clock.advance(Duration.ofHours(8));
        runTimer("CatchEvent_AbsenceOver");

        // then
        assertThat(holder()).isEqualTo("legal");
    }

    @Test
    void shouldLetTheStandInFinishTheTask() throws Exception {
        // given
        report("communitymanager", null, clock.instant(), inHours(8), "legal");
        runTimer("CatchEvent_AbsenceBegins");

        // when
        chain.assess("legal", reference);
        clock.advance(Duration.ofHours(8));
        runTimer("CatchEvent_AbsenceOver");

        // then
        assertThat(moves()).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void shouldStayWithTheStandInAsLongAsAnotherAbsenceLasts() throws Exception {
        // given
        report("communitymanager", null, clock.instant(), inHours(2), "legal");
        runTimer("CatchEvent_AbsenceBegins");
        report("communitymanager", null, clock.instant(), inHours(6), "legal");
        runTimer("CatchEvent_AbsenceBegins");

        // when
        clock.advance(Duration.ofHours(2));
        runNextTimer("CatchEvent_AbsenceOver");

        // then
        assertThat(holder()).isEqualTo("legal");

        // when
        clock.advance(Duration.ofHours(4));
        runNextTimer("CatchEvent_AbsenceOver");

        // then
        assertThat(holder()).isEqualTo("communitymanager");
    }

    @Test
    void shouldTakeAnAbsenceWithTheFormInTasklist() {
        // when
        driver.as(
                "communitymanager",
                () -> formService.submitStartForm(
                        definition(),
                        form(
                                "from",
                                clock.instant().toString(),
                                "to",
                                inHours(8).toString(),
                                "standIn",
                                "legal")));
        runTimer("CatchEvent_AbsenceBegins");

        // then
        assertThat(absences.of("communitymanager")).hasSize(1);
        assertThat(holder()).isEqualTo("legal");
    }

    @Test
    void shouldRefuseOnTheFormWhatTheRosterRefuses() {
        // given
        Map<String, Object> forAnother = form(
                "person",
                "crisislead",
                "from",
                clock.instant().toString(),
                "to",
                inHours(8).toString());

        // then
        assertThatThrownBy(() ->
                        driver.as("communitymanager", () -> formService.submitStartForm(definition(), forAnother)))
                .hasMessageContaining("crisis leads");
        assertThatThrownBy(() -> driver.as(
                        "communitymanager",
                        () -> formService.submitStartForm(definition(), form("from", "yesterday", "to", "soon"))))
                .isInstanceOf(Exception.class);
        assertThat(absences.of(null)).isEmpty();
        assertThat(waiting()).isEmpty();

        // when
        driver.as("crisislead2", () -> formService.submitStartForm(definition(), new HashMap<>(forAnother)));

        // then
        assertThat(absences.of("crisislead")).hasSize(1);
    }

    private String report(String by, String person, Instant from, Instant to, String standIn) throws Exception {
        Map<String, String> absent = new HashMap<>();
        absent.put("person", person);
        absent.put("from", from.toString());
        absent.put("to", to.toString());
        absent.put("standIn", standIn);
        HttpResponse<String> answer = post(by, "/api/absences", json.writeValueAsString(absent));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).get("id").asText();
    }

    private void runTimer(String activity) {
        List<Job> timers = timers(activity);
        assertThat(timers).as("timers at " + activity).hasSize(1);
        managementService.executeJob(timers.get(0).getId());
    }

    private void runNextTimer(String activity) {
        List<Job> timers = timers(activity);
        assertThat(timers).as("timers at " + activity).isNotEmpty();
        managementService.executeJob(timers.get(0).getId());
    }

    private List<Job> timers(String activity) {
        return managementService
                .createJobQuery()
                .processDefinitionKey("ReportAbsence")
                .activityId(activity)
                .orderByJobDuedate()
                .asc()
                .list();
    }

    private List<ProcessInstance> waiting() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("ReportAbsence")
                .list();
    }

    private String definition() {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey("ReportAbsence")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private Instant inHours(int hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    private String holder() {
        return taskService.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private List<LedgerEntry> moves() {
        return driver.ledger(reference).stream()
                .filter(entry -> entry.type().equals("task.moved"))
                .toList();
    }

    private void claim(String user) {
        Task open = chain.task(reference);
        driver.as(user, () -> {
            taskService.claim(open.getId(), user);
            return null;
        });
    }

    private HttpResponse<String> post(String user, String path, String body) {
        return web.post(user, path, body);
    }

    private static Map<String, Object> form(String... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            values.put(namesAndValues[index], namesAndValues[index + 1]);
        }
        return values;
    }
}
