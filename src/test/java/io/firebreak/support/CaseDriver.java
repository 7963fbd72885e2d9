package io.firebreak.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentReport;
import io.firebreak.crisis.Incidents;
import io.firebreak.ledger.Ledger;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Leads a case through its process as people and the job executor would, one step at a time. */
public class CaseDriver {

    private final Incidents incidents;
    private final Cases cases;
    private final Statements statements;
    private final Ledger ledger;
    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final IdentityService identityService;

    CaseDriver(
            Incidents incidents,
            Cases cases,
            Statements statements,
            Ledger ledger,
            TaskService taskService,
            RuntimeService runtimeService,
            ManagementService managementService,
            IdentityService identityService) {
        this.incidents = incidents;
        this.cases = cases;
        this.statements = statements;
        this.ledger = ledger;
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.identityService = identityService;
    }

    /** Reports an incident by the API's way; gives the reference. */
    public String report(String title) {
        return report(IncidentReport.of(title, "It happened.", "en", null));
    }

    private String report(IncidentReport report) {
        return incidents
                .report(report, new Actor("communitymanager"))
                .reference()
                .toString();
    }

    /** A drill whose statement waits to be written, without a cool-down. */
    public String reportedDrill(String title) {
        String reference =
                report(IncidentReport.of(title, "It happened.", "en", null).asDrill(true));
        assess(reference, "OWN_SLIP");
        return reference;
    }

    /** A case whose statement waits to be written; this kind has no cool-down. */
    public String reportedOwnSlip(String title) {
        String reference = report(title);
        assess(reference, "OWN_SLIP");
        return reference;
    }

    public void assess(String reference, String category) {
        complete(
                "communitymanager",
                reference,
                "UserTask_AssessIncident",
                Map.of("category", category, "spread", "STEADY", "negativeSharePercent", 10, "safetyRisk", false));
    }

    public void write(String author, String reference, String body) {
        complete(
                author,
                reference,
                "UserTask_WriteStatement",
                Map.of("language", "en", "title", "We are sorry", "body", body));
    }

    public void approve(String approver, String reference) {
        complete(
                approver,
                reference,
                "UserTask_ApproveStatement",
                Map.of("decision", "APPROVE", "sha256", latestVersion(reference).sha256()));
    }

    /** Completes the case's open task of this kind as this person, with the person's own rights. */
    public void complete(String user, String reference, String taskKey, Map<String, Object> values) {
        String taskId = task(reference, taskKey).getId();
        as(user, () -> {
            taskService.complete(taskId, new HashMap<>(values));
            return null;
        });
    }

    /** Does something with the engine as this person, as Tasklist, Cockpit and REST do it. */
    public <T> T as(String user, Supplier<T> work) {
        List<String> groups = identityService.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        identityService.setAuthentication(user, groups);
        try {
            return work.get();
        } finally {
            identityService.clearAuthentication();
        }
    }

    /** Runs the one job that waits at this element of the diagram; fails when there is none. */
    public void runJob(String reference, String activityId) {
        List<Job> jobs = managementService
                .createJobQuery()
                .processInstanceId(instance(reference).getId())
                .activityId(activityId)
                .list();
        assertThat(jobs).as("jobs at " + activityId).hasSize(1);
        managementService.executeJob(jobs.get(0).getId());
    }

    /** Runs all jobs of the case that are due now, and those that follow from them. */
    public void runDueJobs(String reference) {
        for (int round = 0; round < 20; round++) {
            ProcessInstance instance = runtimeService
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(reference)
                    .singleResult();
            List<Job> due = instance == null
                    ? List.of()
                    : managementService
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .executable()
                            .list();
            if (due.isEmpty()) {
                return;
            }
            managementService.executeJob(due.get(0).getId());
        }
        throw new AssertionError("The jobs of " + reference + " do not come to an end");
    }

    public Task task(String reference, String taskKey) {
        Task task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(taskKey)
                .singleResult();
        assertThat(task).as("open task " + taskKey).isNotNull();
        return task;
    }

    /** The ids of all open tasks of the case, by their names in the diagram. */
    public List<String> openTasks(String reference) {
        return taskService.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    public ProcessInstance instance(String reference) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .singleResult();
    }

    public CrisisCase crisisCase(String reference) {
        return cases.get(CaseReference.parse(reference));
    }

    public StatementVersion latestVersion(String reference) {
        return statements.latestOf(reference).orElseThrow();
    }

    /** The kinds of acts in the case's ledger, in their order. */
    public List<String> acts(String reference) {
        return ledger.of(reference).stream().map(LedgerEntry::type).toList();
    }

    public List<LedgerEntry> ledger(String reference) {
        return ledger.of(reference);
    }
}
