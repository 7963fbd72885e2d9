package io.firebreak.engine.operation;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Sets the history level and lets {@link OperationLedger} see the operations of users. */
@Component
class OperationPlugin extends AbstractProcessEnginePlugin {

    private final OperationLedger operations;

    OperationPlugin(OperationLedger operations) {
        this.operations = operations;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        HistoryLevel level = new AuditWithOperationsHistoryLevel();
        List<HistoryLevel> levels = configuration.getCustomHistoryLevels();
        List<HistoryLevel> all = new ArrayList<>(levels == null ? List.of() : levels);
        all.add(level);
        configuration.setCustomHistoryLevels(all);
        configuration.setHistory(level.getName());
        configuration.getCustomHistoryEventHandlers().add(operations);
        List<SessionFactory> sessions = configuration.getCustomSessionFactories();
        List<SessionFactory> allSessions = new ArrayList<>(sessions == null ? List.of() : sessions);
        allSessions.add(new VariableChanges.Factory());
        configuration.setCustomSessionFactories(allSessions);
    }
}
