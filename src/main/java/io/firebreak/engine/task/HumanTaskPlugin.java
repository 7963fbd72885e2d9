package io.firebreak.engine.task;

import io.firebreak.language.HouseLanguage;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Lets the engine attach {@link HumanTaskListeners} to each human task that it reads, and name it in the house's language. */
@Component
class HumanTaskPlugin extends AbstractProcessEnginePlugin {

    private final HumanTaskListeners listeners;
    private final HouseLanguage house;

    HumanTaskPlugin(HumanTaskListeners listeners, HouseLanguage house) {
        this.listeners = listeners;
        this.house = house;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> present = configuration.getCustomPreBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(new HumanTaskParseListener(listeners, house::say, configuration));
        configuration.setCustomPreBPMNParseListeners(all);
    }
}
