package io.firebreak.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.ledger.LedgerEntry;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator does with the engine's own tools stands in the ledger of the case. */
@FirebreakTest
class OperationLedgerTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private JdbcClient jdbc;

    private Web web;
    private String reference;
    private String instance;

    @BeforeEach
    void report() {
        web = new Web(port);
        reference = driver.report("A case to edit");
        instance = driver.instance(reference).getId();
    }

    @Test
    void shouldWriteDownAVariableThatIsEdited() {
        // when
        act("PUT", "/process-instance/" + instance + "/variables/caseTitle", "{\"value\": \"Harmless\"}");

        // then
        assertThat(last().actor()).isEqualTo("admin");
        assertThat(last().details())
                .containsEntry("operation", "SetVariable")
                .containsEntry("before", Map.of("caseTitle", "A case to edit"))
                .containsEntry("after", Map.of("caseTitle", "Harmless"));
    }

    @Test
    void shouldWriteDownVariablesThatAreAddedAndRemoved() {
        // when
        act(
                "POST",
                "/process-instance/" + instance + "/variables",
                "{\"modifications\": {\"extra\": {\"value\": 5}}, \"deletions\": [\"caseTitle\"]}");

        // then
        assertThat(last().details()).containsEntry("operation", "ModifyVariable");
        assertThat((Map<?, ?>) last().details().get("before")).hasToString("{caseTitle=A case to edit}");
        assertThat((Map<?, ?>) last().details().get("after")).hasToString("{extra=5}");
    }

    @Test
    void shouldWriteDownATaskVariableThatIsEdited() {
        // given
        String task = driver.task(reference, "UserTask_AssessIncident").getId();

        // when
        act("PUT", "/task/" + task + "/localVariables/severity", "{\"value\": \"S4\"}");

        // then
        assertThat(last().actor()).isEqualTo("admin");
        assertThat(last().details()).containsEntry("after", Map.of("severity", "S4"));
    }

    @Test
    void shouldWriteDownADeadlineThatIsMoved() {
        // given
        Job job = managementService
                .createJobQuery()
                .processInstanceId(instance)
                .list()
                .get(0);

        // when
        act("PUT", "/job/" + job.getId() + "/duedate", "{\"duedate\": \"2035-01-01T00:00:00.000+0000\"}");

        // then
        assertThat(last().actor()).isEqualTo("admin");
        assertThat(last().details())
                .containsEntry("operation", "SetDueDate")
                .containsEntry("jobId", job.getId())
                .containsEntry("before", String.valueOf(job.getDuedate().getTime()))
                .containsEntry("after", "2051222400000");
    }

    @Test
    void shouldWriteDownATaskThatIsGivenToSomebody() {
        // given
        String task = driver.task(reference, "UserTask_AssessIncident").getId();
        act("POST", "/task/" + task + "/assignee", "{\"userId\": \"crisislead\"}");

        // when
        act("POST", "/task/" + task + "/assignee", "{\"userId\": \"communitymanager\"}");

        // then
        assertThat(driver.ledger(reference)).anySatisfy(entry -> {
            assertThat(entry.type()).isEqualTo("task.assigned");
            assertThat(entry.actor()).isEqualTo("admin");
            assertThat(entry.sentence()).isEqualTo("communitymanager holds the task \"Assess the incident\".");
        });
        assertThat(last().details())
                .containsEntry("operation", "Assign")
                .containsEntry("before", "crisislead")
                .containsEntry("after", "communitymanager");
    }

    @Test
    void shouldWriteDownAProcessThatIsBent() {
        // when
        act(
                "POST",
                "/process-instance/" + instance + "/modification",
                "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"CallActivity_PostCrisisReview\"}, {\"type\": \"cancel\", \"activityId\": \"UserTask_AssessIncident\"}]}");

        // then
        List<LedgerEntry> entries = driver.ledger(reference);
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("admin");
            assertThat(entry.details())
                    .containsEntry("operation", "ModifyProcessInstance")
                    .containsEntry("entity", "ProcessInstance");
        });
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.type()).isEqualTo("task.removed");
            assertThat(entry.actor()).isEqualTo("admin");
        });
    }

    @Test
    void shouldWriteDownACaseThatIsCancelled() {
        // when
        act("DELETE", "/process-instance/" + instance, null);

        // then
        assertThat(driver.ledger(reference)).anySatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("admin");
            assertThat(entry.details()).containsEntry("operation", "Delete").containsEntry("entity", "ProcessInstance");
        });
    }

    @Test
    void shouldWriteDownACaseThatIsTakenUpAgainInTheMiddle() {
        // given
        act("DELETE", "/process-instance/" + instance, null);
        String definition = historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();

        // when
        act(
                "POST",
                "/process-definition/" + definition + "/start",
                "{\"businessKey\": \"" + reference
                        + "\", \"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"UserTask_AssessIncident\"}]}");

        // then
        assertThat(driver.ledger(reference)).anySatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("admin");
            assertThat(entry.details()).containsEntry("operation", "Create").containsEntry("entity", "ProcessInstance");
        });
    }

    @Test
    void shouldWriteDownAUserWhoIsMade() {
        // when
        act(
                "POST",
                "/user/create",
                "{\"profile\": {\"id\": \"newcomer\", \"firstName\": \"Nadia\", \"lastName\": \"Costa\"}, \"credentials\": {\"password\": \"Very-Secret-Words-1\"}}");

        // then
        List<String> entries = jdbc.sql(
                        "SELECT actor || ' ' || sentence || ' ' || details FROM firebreak.ledger_entry WHERE case_reference IS NULL ORDER BY id")
                .query(String.class)
                .list();
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry).startsWith("admin").contains("Create User", "newcomer"));
        assertThat(entries).noneSatisfy(entry -> assertThat(entry).contains("Very-Secret-Words-1"));
        identityService.deleteUser("newcomer");
    }

    private void act(String method, String path, String json) {
        HttpResponse<String> answer =
                web.send("admin", method, "/engine-rest" + path, json, "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private LedgerEntry last() {
        List<LedgerEntry> entries = driver.ledger(reference);
        return entries.get(entries.size() - 1);
    }
}
