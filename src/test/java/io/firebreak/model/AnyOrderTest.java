package io.firebreak.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.access.Actor;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseActs;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.PublicApologies;
import io.firebreak.crisis.Severity;
import io.firebreak.ledger.LedgerEntry;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationState;
import io.firebreak.publishing.Publishing;
import io.firebreak.reply.Replies;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Seat;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.statement.Vote;
import io.firebreak.support.AuthorsWord;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever people do in whatever order, and however time passes: no case gets stuck, no task is lost, nothing goes out
 * that must not. Each run is one seed, which its name tells; {@code -Dfirebreak.model.seed=…} runs one again and {@code
 * -Dfirebreak.model.runs=…} more of them.
 */
@FirebreakTest
class AnyOrderTest {

    private static final int RUNS = Integer.getInteger("firebreak.model.runs", 3);
    private static final int STEPS = Integer.getInteger("firebreak.model.steps", 60);

    /** Each an hour: a calm period takes a day, and a storm may begin once more. */
    private static final int ROUNDS_TO_THE_END = 200;

    private static final Random LEADING_ON = ScriptedStaff.leadingOn();

    private static final Person LEAD = new Person(new Actor("crisislead"), Set.of(Role.CRISIS_LEAD.groupId()));
    private static final Person MANAGER = new Person(new Actor("management"), Set.of(Role.MANAGEMENT.groupId()));

    @Autowired
    private CaseDriver driver;

    @Autowired
    private CaseActs acts;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Statements statements;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private ExternalTaskService externalTaskService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Replies replies;

    @Autowired
    private PublicApologies publicApologies;

    @Autowired
    private TestClock clock;

    private final List<String> history = new ArrayList<>();
    private ScriptedStaff staff;

    @BeforeEach
    void hire() {
        staff = new ScriptedStaff(taskService, statements, replies, clock);
    }

    static LongStream seeds() {
        Long one = Long.getLong("firebreak.model.seed");
        return one != null ? LongStream.of(one) : LongStream.range(20_261_121, 20_261_121 + RUNS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldKeepEveryPromiseWhateverHappensInWhateverOrder(long seed) {
        // given two cases of one brand
        Random random = new Random(seed);
        String brand = "Brand of seed " + seed;
        List<String> cases = new ArrayList<>(IntStream.range(0, 2)
                .mapToObj(number -> driver.reportAbout(brand, "Case " + number))
                .toList());
        Map<String, Integer> ledgerBefore = new HashMap<>();

        for (int step = 0; step < STEPS; step++) {
            // when
            history.add(anything(cases, brand, random));
            // what follows by itself is never refused: a job that fails is a defect
            cases.forEach(driver::publish);

            // then
            cases.forEach(reference -> keepsEveryPromise(reference, ledgerBefore, seed));
        }

        // when people only want to be done
        for (int round = 0; round < ROUNDS_TO_THE_END && cases.stream().anyMatch(this::isOpen); round++) {
            cases.stream().filter(this::isOpen).forEach(this::leadOn);
            timePasses(cases, 60);
            cases.forEach(driver::publish);
        }

        // then no case is beyond them
        assertThat(cases)
                .as("cases that can't be ended, seed %d, after %s", seed, history)
                .noneMatch(this::isOpen);
        cases.forEach(reference -> keepsEveryPromise(reference, ledgerBefore, seed));
    }

    private void leadOn(String reference) {
        for (Task task : taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .list()) {
            try {
                complete(task, reference, LEADING_ON);
            } catch (RuntimeException failure) {
                if (Refusal.behind(failure) == null && !isGone(task)) {
                    throw failure;
                }
            }
        }
    }

    /** Another one of the same round took it away. */
    private boolean isGone(Task task) {
        return taskService.createTaskQuery().taskId(task.getId()).count() == 0;
    }

    /** Does something; what it was, in words. A refusal is an answer like any other. */
    private String anything(List<String> cases, String brand, Random random) {
        String reference = cases.get(random.nextInt(cases.size()));
        try {
            return switch (random.nextInt(20)) {
                case 0 -> timePasses(cases, random.nextInt(240));
                case 1, 2 -> timePasses(cases, random.nextInt(30));
                case 3 -> {
                    boolean danger = random.nextInt(4) == 0;
                    yield told(
                            reference,
                            danger ? "danger" : "facts",
                            () -> acts.tellFacts(parse(reference), "More is known.", danger, LEAD));
                }
                case 4 -> {
                    Severity severity = Severity.values()[random.nextInt(4)];
                    yield told(
                            reference,
                            "severity " + severity,
                            () -> acts.changeSeverity(parse(reference), severity, "It looks so.", LEAD));
                }
                case 5 -> told(reference, "early end", () -> acts.askToEndCoolDown(parse(reference), "Danger.", LEAD));
                case 6 -> rarely(random, () -> falseAlarmOrMerge(cases, reference, random));
                case 7 -> {
                    if (cases.stream().filter(this::isOpen).count() < 2) {
                        cases.add(driver.reportAbout(brand, "Case " + cases.size()));
                        yield "report " + cases.get(cases.size() - 1);
                    }
                    yield handOver(reference);
                }
                default -> completesATask(reference, random);
            };
        } catch (RuntimeException failure) {
            Refusal refusal = Refusal.behind(failure);
            if (refusal == null) {
                throw new AssertionError("After " + history, failure);
            }
            return "refused: " + refusal.getMessage();
        }
    }

    private String rarely(Random random, Supplier<String> work) {
        return random.nextInt(3) == 0 ? work.get() : "nothing";
    }

    private String falseAlarmOrMerge(List<String> cases, String reference, Random random) {
        if (random.nextBoolean()) {
            return told(reference, "false alarm", () -> acts.callFalseAlarm(parse(reference), "Nothing.", MANAGER));
        }
        String other = cases.get(random.nextInt(cases.size()));
        return told(
                reference, "merge into " + other, () -> acts.merge(parse(reference), parse(other), "The same.", LEAD));
    }

    private String handOver(String reference) {
        return told(reference, "handover", () -> acts.handOver(parse(reference), "crisislead2", "Please.", LEAD));
    }

    private String told(String reference, String what, Runnable act) {
        transaction.executeWithoutResult(status -> act.run());
        return reference + " " + what;
    }

    private String timePasses(List<String> cases, int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
        return minutes + " minutes pass";
    }

    private String completesATask(String reference, Random random) {
        List<Task> open = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .orderByTaskName()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .list();
        if (open.isEmpty()) {
            return timePasses(List.of(reference), 60);
        }
        Task task = open.get(random.nextInt(open.size()));
        complete(task, reference, random);
        return reference + " " + task.getName();
    }

    private void complete(Task task, String reference, Random random) {
        ScriptedStaff.Answer answer = staff.answerTo(task, reference, random);
        driver.as(answer.user(), () -> {
            taskService.complete(task.getId(), AuthorsWord.with(task.getTaskDefinitionKey(), answer.values()));
            return null;
        });
    }

    private void keepsEveryPromise(String reference, Map<String, Integer> ledgerBefore, long seed) {
        String when = "seed %d, %s, after %s".formatted(seed, reference, history);
        CrisisCase crisisCase = driver.crisisCase(reference);
        isNotStuck(crisisCase, when);
        hasTasksThatPeopleCanDo(reference, when);
        wentOutOnlyAsAllowed(crisisCase, when);
        tellsEverythingInItsLedger(reference, ledgerBefore, when);
    }

    /** An open case always has its process, and in it somebody or a point in time that it waits for. */
    private void isNotStuck(CrisisCase crisisCase, String when) {
        String reference = crisisCase.reference().toString();
        List<ProcessInstance> running = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list();
        long jobs = running.stream().mapToLong(this::waitingIn).sum();
        long tasks = driver.openTasks(reference).size();
        if (crisisCase.isOpen()) {
            assertThat(driver.instance(reference))
                    .as("process of an open case, " + when)
                    .isNotNull();
            assertThat(tasks + jobs).as("what an open case waits for, " + when).isPositive();
        } else {
            assertThat(driver.openTasks(reference))
                    .as("tasks of a closed case, " + when)
                    .containsOnly(tasks == 0 ? new String[0] : new String[] {"UserTask_CarryOutMeasure"});
        }
        assertThat(running)
                .as("severity in each process, " + when)
                .filteredOn(instance -> crisisCase.severity() != null && crisisCase.isOpen())
                .allSatisfy(instance -> assertThat(runtimeService.getVariable(instance.getId(), "severity"))
                        .isEqualTo(crisisCase.severity().name()));
        assertThat(running).as("failed jobs, " + when).allSatisfy(instance -> assertThat(managementService
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .withException()
                        .list())
                .isEmpty());
        asksOnlyForOpenTasks(running, when);
        assertThat(runtimeService.createIncidentQuery().list())
                .as("incidents, " + when)
                // time passes here without anybody answering: that is shown, and is no failure
                .filteredOn(incident -> !incident.getIncidentType().equals("chainBroken"))
                .noneMatch(incident -> running.stream()
                        .anyMatch(instance -> instance.getId().equals(incident.getProcessInstanceId())));
    }

    /** No chain of command outlives its task, and no task has two of them. */
    private void asksOnlyForOpenTasks(List<ProcessInstance> running, String when) {
        List<Object> asked = running.stream()
                .filter(instance -> instance.getProcessDefinitionId().startsWith("ChainOfCommand:"))
                .map(instance -> runtimeService.getVariable(instance.getId(), "task"))
                .toList();
        assertThat(asked)
                .as("chains of command, " + when)
                .doesNotHaveDuplicates()
                .allSatisfy(task -> assertThat(taskService
                                .createTaskQuery()
                                .taskId((String) task)
                                .count())
                        .isOne());
    }

    /** Timers, other jobs, and publications that are under way or held back by another case's freeze. */
    private long waitingIn(ProcessInstance instance) {
        return managementService
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .count()
                + externalTaskService
                        .createExternalTaskQuery()
                        .processInstanceId(instance.getId())
                        .count();
    }

    private void hasTasksThatPeopleCanDo(String reference, String when) {
        assertThat(taskService
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .list())
                .as("open tasks, " + when)
                .allSatisfy(task -> {
                    assertThat(task.getDueDate())
                            .as("due date of " + task.getName())
                            .isNotNull();
                    assertThat(taskService.getIdentityLinksForTask(task.getId()))
                            .as("who can do " + task.getName())
                            .isNotEmpty();
                });
    }

    private void wentOutOnlyAsAllowed(CrisisCase crisisCase, String when) {
        List<Publication> sent = publishing.of(crisisCase.reference().toString()).stream()
                .filter(publication -> publication.state() == PublicationState.SENT)
                .toList();
        List<StatementVersion> versions =
                statements.allVersionsOf(crisisCase.reference().toString());
        assertThat(sent).as("what is public, " + when).allSatisfy(publication -> {
            StatementVersion version = versions.stream()
                    .filter(candidate -> candidate.id().equals(publication.versionId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(version.isApproved()).isTrue();
            assertThat(version.agreement().counting())
                    .isNotEmpty()
                    .extracting(Vote::votedBy)
                    .doesNotHaveDuplicates()
                    .noneMatch(version.authors()::contains);
            assertThat(version.agreement().seats()).allMatch(Seat::isFilled);
            assertThat(publication.sha256()).isEqualTo(version.seal());
        });
        assertThat(sent)
                .as("published once, " + when)
                .doesNotHaveDuplicates()
                .extracting(Publication::key)
                .doesNotHaveDuplicates();
        assertThat(publicApologies.inStatements(crisisCase.reference())
                        + replies.publicApologies(crisisCase.reference()))
                .as("public apologies, " + when)
                .isLessThanOrEqualTo(Statements.MAXIMUM_APOLOGIES);
    }

    private void tellsEverythingInItsLedger(String reference, Map<String, Integer> before, String when) {
        List<LedgerEntry> now = driver.ledger(reference);
        assertThat(now.size()).as("entries, " + when).isGreaterThanOrEqualTo(before.getOrDefault(reference, 0));
        before.put(reference, now.size());
    }

    private boolean isOpen(String reference) {
        return driver.crisisCase(reference).isOpen();
    }

    private static CaseReference parse(String reference) {
        return CaseReference.parse(reference);
    }
}
