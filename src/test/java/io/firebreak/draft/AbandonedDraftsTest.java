package io.firebreak.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Typist;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What was typed for a task that went unheard is forgotten, and nothing else is. */
@FirebreakTest
class AbandonedDraftsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private AbandonedDrafts abandoned;

    @Autowired
    private DraftStore store;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private Typist typist;

    @BeforeEach
    void sitDown() {
        typist = new Typist(port, taskService);
    }

    @Test
    void shouldForgetWhatWasTypedForATaskThatWentUnheard() {
        // given
        String task = "gone-" + UUID.randomUUID();
        transaction.executeWithoutResult(status -> store.keepForTask(
                task, 0, new Draft(1, "spokesperson", "{\"title\": \"The price\"}", clock.instant())));

        // when
        abandoned.forget();

        // then
        assertThat(store.ofTask(task)).isEmpty();
    }

    @Test
    void shouldForgetAtOnceWhatWasTypedWhereAProcessIsDeletedWithItsListenersLeftOut() {
        // given
        String gone = driver.reportedOwnSlip("A wrong price");
        String task = begin(gone);

        // when
        deleteWithoutListeners(gone);

        // then
        assertThat(store.ofTask(task)).isEmpty();
    }

    @Test
    void shouldKeepWhatWasTypedForATaskThatIsStillThere() {
        // given
        String task = begin(driver.reportedOwnSlip("A wrong price"));

        // when
        abandoned.forget();

        // then
        assertThat(store.ofTask(task)).hasSize(1);
    }

    private String begin(String reference) {
        driver.startAlone(reference, "StatementApproval", Map.of());
        String task = driver.task(reference, "UserTask_WriteStatement").getId();
        typist.type(task, "spokesperson", Map.of("title", "The price"));
        return task;
    }

    private void deleteWithoutListeners(String reference) {
        runtimeService.deleteProcessInstance(
                driver.instance(reference, "StatementApproval").getId(), "Cleared away", true, true, true);
    }
}
