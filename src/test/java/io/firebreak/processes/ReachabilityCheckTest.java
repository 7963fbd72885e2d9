package io.firebreak.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.firebreak.access.Actor;
import io.firebreak.language.StaffLanguage;
import io.firebreak.language.StaffWords;
import io.firebreak.notification.NoticeDriver;
import io.firebreak.roster.coverage.Gaps;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways through {@code ReachabilityCheck}, with the demo's plan. */
@FirebreakTest
class ReachabilityCheckTest {

    @RegisterExtension
    private static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

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

    @Autowired
    private StaffWords words;

    @Autowired
    private Gaps gaps;

    @Autowired
    private NoticeDriver noticeDriver;

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
    void shouldAskOnceForAllGapsThatHaveTheSameCauseAndSayEachIsHandled() throws Exception {
        // given
        List<String> before = ids(repairs());
        long told = notices();
        leadsAndManagersAreAway();

        // when
        lookAtNight();

        // then
        List<Task> found = repairs().stream()
                .filter(task -> !before.contains(task.getId()))
                .toList();
        assertThat(found).as("one cause, one task").hasSize(1);
        Task task = found.get(0);
        List<String> listed = gapsOf(task);
        assertThat(listed).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(titleOf(task))
                .as("by the clock of the house, for all alike")
                .startsWith("%d gaps while the same people are away, of which this is the first. Gap in the chain of"
                        .formatted(listed.size()))
                .doesNotContainPattern("\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(noticesOf(task))
                .as("one message each, about the gap and with the task")
                .containsOnly("GAP_FOUND");
        assertThat(notices() - told).as("crisis leads and management, once").isEqualTo(4);
        WebappSession management = WebappSession.signIn(port, "management", "tasklist");
        String address = "/api/tasklist/plugin/firebreak/default/tasks/" + task.getId() + "/gaps";
        assertThat(shown(management.get(address)))
                .as("people by their names")
                .containsExactlyElementsOf(listed.stream()
                        .map(gap -> words.in(StaffLanguage.ENGLISH, gap))
                        .toList());
        assertThat(shown(management.speaking("es").get(address)))
                .containsExactlyElementsOf(listed.stream()
                        .map(gap -> words.in(StaffLanguage.SPANISH, gap))
                        .toList());

        // when
        complete("crisislead", task, Map.of("decision", "ACCEPTED", "note", "A bank holiday."));

        // then
        assertThat(acts("gap.accepted")).hasSizeGreaterThanOrEqualTo(listed.size());
        listed.forEach(gap -> assertThat(acts("gap.accepted")).anyMatch(sentence -> sentence.contains(gap)));
        lookAtNight();
        assertThat(ids(repairs())).isEqualTo(before);
    }

    @Test
    void shouldMailTheGapAndTheLinkToItsTaskInOne() throws Exception {
        // given
        List<String> before = ids(repairs());
        leadsAndManagersAreAway();
        noticeDriver.forgetEverything();

        // when
        lookAtNight();
        noticeDriver.sendOver(SMTP.getSmtp().getPort());

        // then
        String task = newSince(before).get(0).getId();
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage mail : SMTP.getReceivedMessages()) {
            if (mail.getContent().toString().contains("/tasklist/default/#/?task=" + task)) {
                mails.add(mail);
            }
        }
        assertThat(mails).as("one for each of them").hasSize(4);
        String english = mails.stream()
                .map(ReachabilityCheckTest::words)
                .filter(words -> words.contains("A gap in the chain of command: Repair the chain"))
                .findFirst()
                .orElseThrow();
        assertThat(english)
                .contains("at certain hours nobody would answer")
                .contains("gaps while the same people are away, of which this is the first")
                .contains("Task: Repair the chain")
                .doesNotContain("What happened:");
    }

    private static String words(MimeMessage mail) {
        try {
            return mail.getSubject() + "\n" + mail.getContent();
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void shouldKeepTheTaskUntilTheLastOfItsGapsIsClosed() {
        // given the begin of a quarter of an hour
        clock.advance(Duration.ofSeconds(900 - Math.floorMod(clock.instant().getEpochSecond(), 900)));
        List<String> before = ids(repairs());
        away(List.of("legal", "legal2", "spokesperson", "spokesperson2"));
        lookAtNight();
        Task task = newSince(before).get(0);
        List<String> all = gapsOf(task);

        // when some of them come back
        absences.subList(2, 4).forEach(id -> web().post("crisislead", "/api/absences/" + id + "/end", null));
        lookAtNight();

        // then what is left of it still waits in the same task
        assertThat(ids(repairs())).contains(task.getId());
        assertThat(gapsOf(task)).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(all).containsAll(gapsOf(task));

        // when the others come back too
        absences.subList(0, 2).forEach(id -> web().post("crisislead", "/api/absences/" + id + "/end", null));
        absences.clear();
        lookAtNight();

        // then
        assertThat(ids(repairs())).doesNotContain(task.getId());
    }

    private List<Task> newSince(List<String> before) {
        return repairs().stream().filter(task -> !before.contains(task.getId())).toList();
    }

    private void leadsAndManagersAreAway() {
        away(List.of("crisislead", "crisislead2", "management", "management2"));
    }

    private List<String> noticesOf(Task task) {
        return jdbc.sql("SELECT kind FROM firebreak.notice WHERE task_id = ?")
                .param(task.getId())
                .query(String.class)
                .list();
    }

    private long notices() {
        return jdbc.sql("SELECT count(*) FROM firebreak.notice WHERE kind = 'GAP_FOUND'")
                .query(Long.class)
                .single();
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
                .filter(each -> gapsOf(each).stream().anyMatch(gap -> gap.contains("Nobody can be asked.")))
                .findFirst()
                .orElseThrow();
        String title = gapsOf(task).stream()
                .filter(gap -> gap.contains("Nobody can be asked."))
                .findFirst()
                .orElseThrow();

        // when
        complete("crisislead", task, Map.of("decision", "REPAIRED", "note", "I called a stand-in."));

        // then
        assertThat(titles(repairs())).doesNotContain(title);
        assertThat(acts("gap.repaired"))
                .anyMatch(sentence -> sentence.contains(" says that this is repaired: " + title));

        // when it is looked again, a minute later
        clock.advance(Duration.ofMinutes(2));
        runChangesGathered();

        // then it was not repaired
        assertThat(titles(repairs())).contains(title);
        Task again = repairs().stream()
                .filter(each -> gapsOf(each).contains(title))
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
        away(List.of(
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
                "management2"));
    }

    private void away(List<String> people) {
        Instant from = clock.instant();
        for (String person : people) {
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

    /** What the tasks ask for, as their forms list it. */
    private List<String> titles(List<Task> tasks) {
        return tasks.stream().flatMap(task -> gapsOf(task).stream()).toList();
    }

    private List<String> gapsOf(Task task) {
        return gaps.sentences(UUID.fromString((String) taskService.getVariable(task.getId(), "gap")));
    }

    private List<String> shown(HttpResponse<String> answer) throws IOException {
        List<String> shown = new ArrayList<>();
        json.readTree(answer.body()).at("/gaps").forEach(gap -> shown.add(gap.asText()));
        return shown;
    }

    private String titleOf(Task task) {
        return (String) taskService.getVariable(task.getId(), "caseTitle");
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
