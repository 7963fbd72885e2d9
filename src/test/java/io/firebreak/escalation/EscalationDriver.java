package io.firebreak.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.CaseDriver;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report that nobody assesses, and what tests want to know of the chain of command that is called for it. */
public class EscalationDriver {

    static final String ASSESS = "UserTask_AssessIncident";

    private final CaseDriver cases;
    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final JdbcClient jdbc;
    private final TestClock clock;

    EscalationDriver(
            CaseDriver cases,
            TaskService taskService,
            RuntimeService runtimeService,
            JdbcClient jdbc,
            TestClock clock) {
        this.cases = cases;
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ten minutes after the report management is asked, because nobody assesses it; it is due five minutes later. */
    String unanswered() {
        String reference = cases.report("Saturday night");
        clock.advance(Duration.ofMinutes(10));
        cases.runJob(reference, "BoundaryEvent_AssessmentOverdue");
        return reference;
    }

    /** The level's time passes without an answer. */
    void nobodyAnswers(String reference) {
        clock.advance(Duration.between(clock.instant(), nextStepAt(reference, "CatchEvent_AnswerOverdue")));
        cases.runJob(reference, "CatchEvent_AnswerOverdue");
    }

    /** Whoever took the task does not do it in time. */
    void restIsOver(String reference) {
        clock.advance(Duration.between(clock.instant(), nextStepAt(reference, "CatchEvent_RestOver")));
        cases.runJob(reference, "CatchEvent_RestOver");
    }

    Instant nextStepAt(String reference, String timer) {
        List<Job> jobs = cases.jobsAt(reference, timer);
        assertThat(jobs).as("timers at " + timer).hasSize(1);
        return jobs.get(0).getDuedate().toInstant();
    }

    Task task(String reference) {
        return cases.task(reference, ASSESS);
    }

    /** The people who were asked by name. */
    List<String> offeredTo(String reference) {
        return taskService.getIdentityLinksForTask(task(reference).getId()).stream()
                .map(IdentityLink::getUserId)
                .filter(user -> user != null)
                .sorted()
                .toList();
    }

    long runningChains(String reference) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("ChainOfCommand")
                .processInstanceBusinessKey(reference)
                .count();
    }

    long brokenChains(String reference) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("ChainOfCommand")
                .processInstanceBusinessKey(reference)
                .incidentType("chainBroken")
                .count();
    }

    /** The newest question to the person, by its id. */
    UUID askOf(String reference, String person) {
        return jdbc.sql(
                        """
                        SELECT ask.id FROM firebreak.chain_ask ask JOIN firebreak.chain_run run ON run.id = ask.run_id
                        WHERE run.case_reference = ? AND ask.person = ? ORDER BY ask.number DESC LIMIT 1
                        """)
                .params(reference, person)
                .query(UUID.class)
                .single();
    }

    /** Who was told something of this kind about the case. */
    List<String> toldOf(String reference, String kind) {
        return jdbc.sql("SELECT person FROM firebreak.notice WHERE case_reference = ? AND kind = ? ORDER BY person")
                .params(reference, kind)
                .query(String.class)
                .list();
    }

    List<String> states(String reference) {
        return jdbc.sql("SELECT state FROM firebreak.chain_run WHERE case_reference = ? ORDER BY begun_at")
                .param(reference)
                .query(String.class)
                .list();
    }

    List<String> openAsks(String reference) {
        return jdbc.sql(
                        """
                        SELECT ask.person FROM firebreak.chain_ask ask JOIN firebreak.chain_run run ON run.id = ask.run_id
                        WHERE run.case_reference = ? AND ask.answer IS NULL ORDER BY ask.number
                        """)
                .param(reference)
                .query(String.class)
                .list();
    }

    void assess(String user, String reference) {
        cases.complete(
                user,
                reference,
                ASSESS,
                Map.of("category", "SUDDEN_SPIKE", "spread", "HIGH", "negativeSharePercent", 50, "safetyRisk", false));
    }
}
