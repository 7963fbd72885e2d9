package io.firebreak.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * The engine's REST API and web applications ask a registry of the whole JVM for the engine; where tests have several
 * applications running, it would be the one that was started last. The same holds for its time.
 */
class EngineOfThisTest extends AbstractTestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
        test.getApplicationContext().getBeanProvider(TestClock.class).ifAvailable(TestClock::tellEngine);
    }
}
