package io.firebreak.engine.operation;

import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The engine's level "audit" and the log of what users do. Only the level "full" has that log otherwise, and it writes
 * every change of every variable too.
 */
class AuditWithOperationsHistoryLevel extends HistoryLevelAudit {

    @Override
    public int getId() {
        return 42;
    }

    @Override
    public String getName() {
        return "audit-with-operations";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return super.isHistoryEventProduced(type, entity) || type == HistoryEventTypes.USER_OPERATION_LOG;
    }
}
