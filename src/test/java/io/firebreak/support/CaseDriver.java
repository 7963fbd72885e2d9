package io.firebreak.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseActs;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentReport;
import io.firebreak.crisis.Incidents;
import io.firebreak.ledger.Ledger;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.PublicationDriver;
import io.firebreak.reaction.NewCount;
import io.firebreak.reaction.ReactionSource;
import io.firebreak.reaction.Reactions;
import io.firebreak.statement.KnownFacts;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.transaction.support.TransactionTemplate;

/** Leads a case through its process as people and the job executor would, one step at a time. */
public class CaseDriver {

    private static final Person LEAD = new Person(new Actor("crisislead"), Set.of(Role.CRISIS_LEAD.groupId()));

    private final Incidents incidents;
    private final CaseActs acts;
    private final Cases cases;
    private final Statements statements;
    private final KnownFacts facts;
    private final Ledger ledger;
    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final IdentityService identityService;
    private final PublicationDriver publications;
    private final Reactions reactions;
    private final TransactionTemplate transaction;
    private final TestClock clock;

    CaseDriver(
            Incidents incidents,
            CaseActs acts,
            Cases cases,
            Statements statements,
            KnownFacts facts,
            Ledger ledger,
            TaskService taskService,
            RuntimeService runtimeService,
            ManagementService managementService,
            IdentityService identityService,
            PublicationDriver publications,
            Reactions reactions,
            TransactionTemplate transaction,
            TestClock clock) {
        this.reactions = reactions;
        this.transaction = transaction;
        this.clock = clock;
        this.incidents = incidents;
        this.acts = acts;
        this.cases = cases;
        this.statements = statements;
        this.facts = facts;
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

    /** The same about a brand. */
    public String reportAbout(String brand, String title) {
        return report(IncidentReport.of(title, "It happened.", "en", null).about(brand));
    }

    /** Each is about a brand of its own, so that a freeze of one test holds back no other. */
    private String report(IncidentReport report) {
        IncidentReport own = report.brand() == null ? report.about("Brand " + UUID.randomUUID()) : report;
        return incidents.report(own, new Actor("communitymanager")).reference().toString();
    }

    /** A drill whose statement waits to be written, without a cool-down. */
    public String reportedDrill(String title) {
        String reference = report(IncidentReport.of(title, "It happened.", "en", null)
                .asDrill(true)
                .about("Brand of drills"));
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

    /** A crisis of severity S2 about something of ours that offends people; its lead waits to be named. */
    public String reportedOffence(String title) {
        return assessed(report(title), "OWN_OFFENCE");
    }

    /** The same about a brand. */
    public String reportedOffence(String brand, String title) {
        return assessed(reportAbout(brand, title), "OWN_OFFENCE");
    }

    private String assessed(String reference, String category) {
        assess(reference, category);
        return reference;
    }

    /** The case is contained: led by the crisis lead, nobody asked, the cause found. */
    public void contain(String reference) {
        complete("crisislead", reference, "UserTask_NameLead", Map.of());
        investigate(reference, "STRONG", "PREVENTABLE");
    }

    public void investigate(String reference, String responsibility, String cluster) {
        complete(
                "communitymanager",
                reference,
                "UserTask_InvestigateCause",
                Map.of(
                        "beginning",
                        "A post of ours.",
                        "responsibility",
                        responsibility,
                        "cluster",
                        cluster,
                        "claim",
                        "FACT"));
    }

    /** The crisis lead takes the posture that is advised for a contained case; see {@link #contain}. */
    public void choosePosture(String reference) {
        complete("crisislead", reference, "UserTask_ChoosePosture", Map.of("posture", "REBUILD"));
    }

    /** Somebody tells what became known, by the API's way. */
    public void tellFacts(String reference, String facts, boolean danger) {
        transaction.executeWithoutResult(status -> acts.tellFacts(CaseReference.parse(reference), facts, danger, LEAD));
    }

    /** New facts change what is said; the response begins anew. */
    public void changeResponse(String reference) {
        tellFacts(reference, "It is another day.", false);
        complete(
                "crisislead",
                reference,
                "UserTask_WeighNewFacts",
                Map.of("responseChanges", true, "reason", "What we said is wrong."));
        runDueJobs(reference);
    }

    /** Delivers what was counted in the minute that now passes. */
    public void count(String reference, int mentions, int negativeSharePercent) {
        Instant from = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        NewCount count = NewCount.of(
                from.toString(),
                clock.instant().toString(),
                BigDecimal.valueOf(mentions),
                BigDecimal.valueOf(negativeSharePercent),
                null,
                clock.instant());
        transaction.executeWithoutResult(status -> reactions.add(
                CaseReference.parse(reference), count, ReactionSource.API, new Actor("communitymanager2")));
    }

    /** Writes a further version of a text that is public. */
    public void correct(String author, String reference, String body) {
        complete(
                author,
                reference,
                "UserTask_WriteStatement",
                Map.of(
                        "language",
                        "en",
                        "title",
                        "We are sorry",
                        "body",
                        body,
                        "correctionNote",
                        "What we said was wrong."));
    }

    /** The numbers decide nothing, and the crisis lead calls it calm. */
    public void calm(String reference) {
        count(reference, 10, 10);
        count(reference, 15, 10);
        runJob(reference, "CatchEvent_NextLookDue");
        complete(
                "crisislead",
                reference,
                "UserTask_JudgeReactions",
                Map.of("judgement", "IT_IS_CALM", "reason", "People talk about the weather."));
        runDueJobs(reference);
    }

    public void write(String author, String reference, String body) {
        complete(
                author,
                reference,
                "UserTask_WriteStatement",
                Map.of("language", "en", "title", "We are sorry", "body", body));
    }

    /**
     * Approves the case's own statement: as this person, and then as whoever else has to agree, so that nothing is
     * missing.
     */
    public void approve(String approver, String reference) {
        approve(approver, reference, StatementKind.STATEMENT);
    }

    /** The same of the text of this kind that was handed in last. */
    public void approve(String approver, String reference, StatementKind kind) {
        agree(approver, reference, kind);
        StatementVersion version = latestVersion(reference, kind);
        for (int votes = 0; votes < 5 && !version.isApproved(); votes++) {
            agree(Voters.next(version), reference, kind);
            version = latestVersion(reference, kind);
        }
        assertThat(version.isApproved()).as("approval of " + version.named()).isTrue();
    }

    /** This person alone agrees to the case's own statement; others may be missing. */
    public void agree(String approver, String reference) {
        agree(approver, reference, StatementKind.STATEMENT);
    }

    /** The same of the text of this kind that was handed in last. */
    public void agree(String approver, String reference, StatementKind kind) {
        decide(approver, reference, latestVersion(reference, kind), Map.of("decision", "APPROVE"));
    }

    /** Decides about a version in the person's own task; where none is for the person, in any that is there. */
    public void decide(String person, String reference, StatementVersion version, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("sha256", version.sha256());
        all.putIfAbsent("factSheetVersion", facts.version(reference));
        List<Task> open = approvalsOf(reference, version);
        assertThat(open).as("open approvals of " + version.named()).isNotEmpty();
        String task = open.stream()
                .map(Task::getId)
                .filter(id -> isFor(id, person))
                .findFirst()
                .orElse(open.get(0).getId());
        as(person, () -> {
            taskService.complete(task, all);
            return null;
        });
    }

    private boolean isFor(String task, String person) {
        return taskService
                        .createTaskQuery()
                        .taskId(task)
                        .taskCandidateUser(person)
                        .includeAssignedTasks()
                        .count()
                > 0;
    }

    /** The tasks in which a text waits for agreement. */
    public List<Task> approvalsOf(String reference, StatementVersion version) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("UserTask_ApproveStatement")
                .list()
                .stream()
                .filter(task -> version.statementId()
                        .toString()
                        .equals(String.valueOf(taskService.getVariable(task.getId(), "statement"))))
                .toList();
    }

    /** Sends the text of this kind back that was handed in last, as this person. */
    public void sendBack(String approver, String reference, StatementKind kind, String comments) {
        decide(
                approver,
                reference,
                latestVersion(reference, kind),
                Map.of("decision", "SEND_BACK", "comments", comments));
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

    /** Completes the case's open task of this kind as this person, with the person's own rights. */
    public void complete(String user, String reference, String taskKey, Map<String, Object> values) {
        String taskId = task(reference, taskKey).getId();
        as(user, () -> {
            taskService.complete(taskId, AuthorsWord.with(taskKey, values));
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
        List<Job> jobs = jobsAt(reference, activityId);
        assertThat(jobs).as("jobs at " + activityId).hasSize(1);
        managementService.executeJob(jobs.get(0).getId());
    }

    /** The jobs of the case that wait at this element of a diagram. */
    public List<Job> jobsAt(String reference, String activityId) {
        return instances(reference)
                .flatMap(instance ->
                        managementService
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(activityId)
                                .list()
                                .stream())
                .toList();
    }

    /** Runs all jobs of the case that are due now, and those that follow from them. */
    public void runDueJobs(String reference) {
        for (int round = 0; round < 50; round++) {
            List<String> due = dueJobs(reference);
            if (due.isEmpty()) {
                return;
            }
            due.stream().filter(this::isThere).forEach(managementService::executeJob);
        }
        throw new AssertionError("The jobs of " + reference + " do not come to an end");
    }

    private List<String> dueJobs(String reference) {
        return instances(reference)
                .flatMap(instance ->
                        managementService
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .executable()
                                .list()
                                .stream())
                .map(Job::getId)
                .toList();
    }

    /** One that was due before may have been taken away by the one before it. */
    private boolean isThere(String jobId) {
        return managementService.createJobQuery().jobId(jobId).count() > 0;
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
        return instance(reference, "SocialMediaCrisis");
    }

    /** One of the processes that lead the case; null when it does not run. */
    public ProcessInstance instance(String reference, String process) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
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
