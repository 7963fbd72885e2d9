package io.firebreak.engine.task;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Lets the engine attach {@link HumanTaskListeners} to each human task that it reads. */
@Component
class HumanTaskPlugin extends AbstractProcessEnginePlugin {

    private final HumanTaskListeners listeners;

    HumanTaskPlugin(HumanTaskListeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> present = configuration.getCustomPreBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(new HumanTaskParseListener(listeners, configuration));
        configuration.setCustomPreBPMNParseListeners(all);
    }
}
