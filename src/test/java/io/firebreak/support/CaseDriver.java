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
import io.firebreak.publishing.PublicationDriver;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    private final PublicationDriver publications;

    CaseDriver(
            Incidents incidents,
            Cases cases,
            Statements statements,
            Ledger ledger,
            TaskService taskService,
            RuntimeService runtimeService,
            ManagementService managementService,
            IdentityService identityService,
            PublicationDriver publications) {
        this.incidents = incidents;
        this.cases = cases;
        this.statements = statements;
        this.ledger = ledger;
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.identityService = identityService;
        this.publications = publications;
    }

    /** Reports an incident by the API's way; gives the reference. */
    public String report(String title) {
        return report(IncidentReport.of(title, "It happened.", "en", null));
    }

    /** Each is about a brand of its own, so that a freeze of one test holds back no other. */
    private String report(IncidentReport report) {
        IncidentReport own = report.brand() == null ? report.about("Brand " + UUID.randomUUID()) : report;
        return incidents.report(own, new Actor("communitymanager")).reference().toString();
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

    /** The same about a post of ours that is known. */
    public String reportedOwnSlip(String title, String sourceUrl) {
        String reference = report(IncidentReport.of(title, "It happened.", "en", sourceUrl));
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

    /** Ends the review with one lesson for which there is a reason to do nothing. */
    public void review(String reviewer, String reference) {
        complete(
                reviewer,
                reference,
                "UserTask_ReviewCrisis",
                Map.of(
                        "correctionNeeded",
                        false,
                        "lessons",
                        "[{\"area\": \"MESSAGE\", \"finding\": \"We said it well.\","
                                + " \"noMeasureReason\": \"It went well.\"}]"));
    }

    /** Starts a process of the case on its own, as the one that leads the case calls it. */
    public ProcessInstance start(String process, String reference, Map<String, Object> variables) {
        CrisisCase crisisCase = crisisCase(reference);
        Map<String, Object> all = new HashMap<>(variables);
        all.put("caseReference", reference);
        all.put("caseTitle", crisisCase.report().title());
        all.put("severity", crisisCase.severity().name());
        return runtimeService.startProcessInstanceByKey(process, reference, all);
    }

    /** Approves the text of this kind that was handed in last, as this person. */
    public void approve(String approver, String reference, StatementKind kind) {
        complete(
                approver,
                reference,
                "UserTask_ApproveStatement",
                Map.of(
                        "decision",
                        "APPROVE",
                        "sha256",
                        latestVersion(reference, kind).sha256()));
    }

    /** Sends the text of this kind back that was handed in last, as this person. */
    public void sendBack(String approver, String reference, StatementKind kind, String comments) {
        complete(
                approver,
                reference,
                "UserTask_ApproveStatement",
                Map.of(
                        "decision",
                        "SEND_BACK",
                        "comments",
                        comments,
                        "sha256",
                        latestVersion(reference, kind).sha256()));
    }

    /** A case in which people may be hurt: no cool-down, and a holding statement due within a quarter of an hour. */
    public String reportedDanger(String title) {
        String reference = report(title);
        complete(
                "communitymanager",
                reference,
                "UserTask_AssessIncident",
                Map.of(
                        "category",
                        "PRODUCT_QUALITY",
                        "spread",
                        "HIGH",
                        "negativeSharePercent",
                        50,
                        "safetyRisk",
                        true));
        return reference;
    }

    /**
     * Takes the case out of its own process and starts another one for it alone, so that a test sees nothing else.
     *
     * @return the instance's id
     */
    public String startAlone(String reference, String process, Map<String, Object> variables) {
        instances(reference)
                .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                .forEach(instance -> runtimeService.deleteProcessInstance(
                        instance.getId(), "A test leads the case", true, true, true, false));
        Map<String, Object> all = new HashMap<>(variables);
        CrisisCase crisisCase = crisisCase(reference);
        all.put("caseReference", reference);
        all.put("caseTitle", crisisCase.report().title());
        all.put("severity", crisisCase.severity().name());
        return runtimeService.startProcessInstanceByKey(process, reference, all).getId();
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

    /** Runs the one job of the case that waits at this element of a diagram; fails when there is none. */
    public void runJob(String reference, String activityId) {
        List<Job> jobs = instances(reference)
                .flatMap(instance ->
                        managementService
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(activityId)
                                .list()
                                .stream())
                .toList();
        assertThat(jobs).as("jobs at " + activityId).hasSize(1);
        managementService.executeJob(jobs.get(0).getId());
    }

    /** Runs all jobs of the case that are due now, and those that follow from them. */
    public void runDueJobs(String reference) {
        for (int round = 0; round < 50; round++) {
            Optional<Job> due = instances(reference)
                    .flatMap(instance ->
                            managementService
                                    .createJobQuery()
                                    .processInstanceId(instance.getId())
                                    .executable()
                                    .list()
                                    .stream())
                    .findFirst();
            if (due.isEmpty()) {
                return;
            }
            managementService.executeJob(due.get().getId());
        }
        throw new AssertionError("The jobs of " + reference + " do not come to an end");
    }

    /**
     * Lets everything happen to the case's publications that happens without people and without time passing: jobs,
     * sending, the tokens that follow.
     */
    public void publish(String reference) {
        for (int audience = 0; audience < 4; audience++) {
            runDueJobs(reference);
            publications.follow();
            publications.send();
            publications.follow();
        }
        runDueJobs(reference);
    }

    private Stream<ProcessInstance> instances(String reference) {
        return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream();
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

    /** The case's own process; null when it has ended. */
    public ProcessInstance instance(String reference) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("SocialMediaCrisis")
                .processInstanceBusinessKey(reference)
                .singleResult();
    }

    public CrisisCase crisisCase(String reference) {
        return cases.get(CaseReference.parse(reference));
    }

    public StatementVersion latestVersion(String reference) {
        return statements.latestOf(reference).orElseThrow();
    }

    /** Of the texts of this kind, the version that was handed in last. */
    public StatementVersion latestVersion(String reference, StatementKind kind) {
        return statements.allVersionsOf(reference).stream()
                .filter(version -> version.kind() == kind)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The kinds of acts in the case's ledger, in their order. */
    public List<String> acts(String reference) {
        return ledger.of(reference).stream().map(LedgerEntry::type).toList();
    }

    public List<LedgerEntry> ledger(String reference) {
        return ledger.of(reference);
    }
}
