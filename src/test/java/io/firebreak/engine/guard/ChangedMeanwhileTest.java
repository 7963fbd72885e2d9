package io.firebreak.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.crisis.Severity;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who move the same case at the same moment: the second reads a sentence, and does it again. */
@FirebreakTest
class ChangedMeanwhileTest {

    private static final String SENTENCE =
            "The case changed at this very moment; please do it again, what you entered is kept.";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TaskService taskService;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private String reference;

    @BeforeEach
    void report() {
        reference = driver.reportedOffence("A joke that hurts");
    }

    @Test
    void shouldAskThePersonToDoItAgain() {
        assertThatThrownBy(() -> driver.as("crisislead", this::raiseTooLate))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage(SENTENCE)
                .satisfies(failure -> assertThat(Refusal.behind(failure).kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void shouldLeaveTheEngineItsOwnExceptionWhereNobodyIsSignedIn() {
        assertThatThrownBy(this::raiseTooLate).isInstanceOf(OptimisticLockingException.class);
    }

    /** Changes a task that somebody else changes before the end of the command. */
    private Void raiseTooLate() {
        String task = driver.task(reference, "UserTask_NameLead").getId();
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            context.getTaskManager().findTaskById(task).setPriority(1);
            CompletableFuture.runAsync(() -> taskService.setPriority(task, 2)).join();
            return null;
        });
    }

    @Test
    void shouldAnswerTheApiWithAConflict() {
        // when
        CompletableFuture<HttpResponse<String>> answer = transaction.execute(status -> {
            jdbc.sql("UPDATE act_ru_variable SET rev_ = rev_ + 1 WHERE name_ = 'severity' AND proc_inst_id_ = ?")
                    .param(driver.instance(reference).getId())
                    .update();
            CompletableFuture<HttpResponse<String>> asked = CompletableFuture.supplyAsync(this::raiseSeverity);
            waitUntilSomebodyWaits();
            return asked;
        });

        // then
        assertThat(answer.join().statusCode()).as(answer.join().body()).isEqualTo(409);
        assertThat(answer.join().headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/problem+json");
        assertThat(answer.join().body()).contains(SENTENCE);
        assertThat(driver.crisisCase(reference).severity()).isEqualTo(Severity.S2);
        assertThat(raiseSeverity().statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> raiseSeverity() {
        return new Web(port)
                .post(
                        "crisislead",
                        "/api/cases/%s/severity".formatted(reference),
                        "{\"severity\": \"S1\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private void waitUntilSomebodyWaits() {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
