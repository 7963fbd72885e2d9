package io.firebreak.engine.identity;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Puts {@link RightsCheck} in the place of the engine's own check. */
@Component
class RightsCheckPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<SessionFactory> present = configuration.getCustomSessionFactories();
        List<SessionFactory> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(new RightsCheck.Factory());
        configuration.setCustomSessionFactories(all);
    }
}
