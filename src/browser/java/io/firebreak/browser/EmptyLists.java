package io.firebreak.browser;

import io.firebreak.publishing.PublicationDriver;
import io.firebreak.publishing.ScriptedChannels;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Ends what the test before left open, and has the channels answer as usual. */
final class EmptyLists implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        ApplicationContext application = test.getApplicationContext();
        application.getBean(ScriptedChannels.class).reset();
        application.getBean(PublicationDriver.class).forgetEverything();
        endProcesses(application.getBean(RuntimeService.class));
    }

    private static void endProcesses(RuntimeService runtimeService) {
        List<String> open = runtimeService.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .toList();
        runtimeService.deleteProcessInstances(open, "The test is over.", true, true, true);
    }
}
