package io.firebreak.support;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Tells {@link ProcessCoverage} of each flow node that a test's engine enters, and of each sequence flow it takes. */
class ProcessCoveragePlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(new EnteredNodes());
        List<BpmnParseListener> present = configuration.getCustomPostBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(new FlowListeners());
        configuration.setCustomPostBPMNParseListeners(all);
    }

    private static void note(String process, String element) {
        if (!ProcessCoverage.isReached(process, element)) {
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(
                            TransactionState.COMMITTED, context -> ProcessCoverage.reached(process, element));
        }
    }

    /** The engine writes a start into its history for each kind of flow node. */
    private static class EnteredNodes implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            boolean isStart = event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START);
            if (isStart && event instanceof HistoricActivityInstanceEventEntity start) {
                note(start.getProcessDefinitionKey(), start.getActivityId());
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }

    private static class FlowListeners extends AbstractBpmnParseListener {

        private final ExecutionListener taken = FlowListeners::take;

        @Override
        public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, taken);
        }

        private static void take(DelegateExecution execution) {
            String definition = execution.getProcessDefinitionId();
            ProcessDefinitionEntity process = Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(definition);
            note(process.getKey(), execution.getCurrentTransitionId());
        }
    }
}
