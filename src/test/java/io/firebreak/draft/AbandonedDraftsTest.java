package io.firebreak.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Typist;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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

    private Typist typist;

    @BeforeEach
    void sitDown() {
        typist = new Typist(port, taskService);
    }

    @Test
    void shouldForgetWhatWasTypedForATaskThatWentUnheard() {
        // given
        String gone = driver.reportedOwnSlip("A wrong price");
        String task = begin(gone);
        deleteWithoutListeners(gone);
        assertThat(store.ofTask(task)).as("nobody told of it").hasSize(1);

        // when
        abandoned.forget();

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
