package io.firebreak.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Many questions to the engine as one: it looks up what they have in common, such as the definition of a decision, once
 * for all and not in the database for each.
 */
@Component
public class OneCommand {

    private final ProcessEngine engine;

    OneCommand(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** Within the caller's transaction, if there is one. */
    public <T> T call(Supplier<T> work) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> work.get());
    }
}
