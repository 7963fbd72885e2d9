package io.firebreak.engine.operation;

import io.firebreak.engine.HandedIn;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Writes each operation that a user does with the engine's own means into the ledger, in the same transaction:
 * variables edited, tasks reassigned, jobs executed, instances modified, users changed.
 */
@Component
class OperationLedger implements HistoryEventHandler {

    /** What the listeners of human tasks and the first step of the process write down themselves, and better. */
    private static final Set<String> WRITTEN_ELSEWHERE = Set.of(
            EntityTypes.TASK + "." + UserOperationLogEntry.OPERATION_TYPE_COMPLETE,
            EntityTypes.TASK + "." + UserOperationLogEntry.OPERATION_TYPE_CLAIM);

    private static final String START =
            EntityTypes.PROCESS_INSTANCE + "." + UserOperationLogEntry.OPERATION_TYPE_CREATE;

    private final Ledger ledger;

    OperationLedger(@Lazy Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity change) {
            VariableChanges.ofCurrentCommand().remember(change);
        }
        if (event instanceof UserOperationLogEntryEventEntity operation && !isWrittenElsewhere(operation)) {
            ledger.record(act(operation));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static boolean isWrittenElsewhere(UserOperationLogEntryEventEntity operation) {
        String kind = operation.getEntityType() + "." + operation.getOperationType();
        boolean startedByItsRule = kind.equals(START) && HandedIn.atStart().isPresent();
        return startedByItsRule || WRITTEN_ELSEWHERE.contains(kind);
    }

    private static Act act(UserOperationLogEntryEventEntity operation) {
        String sentence = "%s in the engine: %s %s%s."
                .formatted(
                        operation.getUserId(),
                        operation.getOperationType(),
                        operation.getEntityType(),
                        operation.getProperty() == null ? "" : ", " + operation.getProperty());
        Act act = new Act(caseOf(operation), operation.getUserId(), "engine.operation", sentence)
                .with("operation", operation.getOperationType())
                .with("entity", operation.getEntityType());
        act = withPresent(act, "property", operation.getProperty());
        act = withPresent(act, "before", operation.getOrgValue());
        act = withPresent(act, "after", operation.getNewValue());
        if (EntityTypes.VARIABLE.equals(operation.getEntityType())) {
            VariableChanges changes = VariableChanges.ofCurrentCommand();
            act = act.with("before", changes.before()).with("after", changes.after());
        }
        act = withPresent(act, "processInstanceId", operation.getProcessInstanceId());
        act = withPresent(act, "taskId", operation.getTaskId());
        act = withPresent(act, "jobId", operation.getJobId());
        return withPresent(act, "deploymentId", operation.getDeploymentId()).because(operation.getAnnotation());
    }

    private static Act withPresent(Act act, String name, String value) {
        return value == null ? act : act.with(name, value);
    }

    private static String caseOf(UserOperationLogEntryEventEntity operation) {
        String processInstanceId = operation.getProcessInstanceId();
        if (processInstanceId == null) {
            return null;
        }
        ExecutionEntity running =
                Context.getCommandContext().getExecutionManager().findExecutionById(processInstanceId);
        if (running != null) {
            return running.getBusinessKey();
        }
        HistoricProcessInstanceEntity ended = Context.getCommandContext()
                .getHistoricProcessInstanceManager()
                .findHistoricProcessInstance(processInstanceId);
        return ended == null ? null : ended.getBusinessKey();
    }
}
