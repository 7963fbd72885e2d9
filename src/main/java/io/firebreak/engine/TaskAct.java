package io.firebreak.engine;

import io.firebreak.access.Actor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody completes a task of a case. */
public final class TaskAct {

    private final String caseReference;
    private final Actor actor;
    private final FormInputs inputs;
    private final Map<String, Object> results = new LinkedHashMap<>();

    public TaskAct(String caseReference, Actor actor, FormInputs inputs) {
        this.caseReference = caseReference;
        this.actor = actor;
        this.inputs = inputs;
    }

    /** The business key of the process. */
    public String caseReference() {
        return caseReference;
    }

    public Actor actor() {
        return actor;
    }

    public FormInputs inputs() {
        return inputs;
    }

    /** Sets a variable of the process: only what a gateway, a timer or the task list needs. */
    public void result(String variable, Object value) {
        results.put(variable, value);
    }

    public Map<String, Object> results() {
        return Map.copyOf(results);
    }
}
