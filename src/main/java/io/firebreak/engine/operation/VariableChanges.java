package io.firebreak.engine.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;

/**
 * The variables that the engine's current command has changed: its log of operations says only that somebody changed
 * some, neither which nor how.
 */
class VariableChanges implements Session {

    private final Map<String, Object> before = new LinkedHashMap<>();
    private final Map<String, Object> after = new LinkedHashMap<>();

    static VariableChanges ofCurrentCommand() {
        return Context.getCommandContext().getSession(VariableChanges.class);
    }

    /** Called before the engine writes the event down, so that the value before can still be read. */
    void remember(HistoricVariableUpdateEventEntity event) {
        String name = event.getVariableName();
        before.putIfAbsent(name, valueBefore(event));
        after.put(
                name,
                isRemoval(event)
                        ? null
                        : value(
                                event.getSerializerName(),
                                event.getTextValue(),
                                event.getLongValue(),
                                event.getDoubleValue()));
    }

    Map<String, Object> before() {
        return before;
    }

    Map<String, Object> after() {
        return after;
    }

    private static Object valueBefore(HistoricVariableUpdateEventEntity event) {
        if (event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_CREATE)) {
            return null;
        }
        HistoricVariableInstanceEntity known = Context.getCommandContext()
                .getHistoricVariableInstanceManager()
                .findHistoricVariableInstanceByVariableInstanceId(event.getVariableInstanceId());
        return known == null
                ? null
                : value(known.getSerializerName(), known.getTextValue(), known.getLongValue(), known.getDoubleValue());
    }

    private static boolean isRemoval(HistoricVariableUpdateEventEntity event) {
        return event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE);
    }

    /** Plain values as they are; of anything else only its kind, which may be a file or an object of any size. */
    private static Object value(String kind, String text, Long number, Double fraction) {
        return switch (kind) {
            case "string" -> text;
            case "boolean" -> number == null ? null : number == 1;
            case "short", "integer", "long", "date" -> number;
            case "double" -> fraction;
            case "null" -> null;
            default -> "(" + kind + ")";
        };
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** One for each command. */
    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return VariableChanges.class;
        }

        @Override
        public Session openSession() {
            return new VariableChanges();
        }
    }
}
