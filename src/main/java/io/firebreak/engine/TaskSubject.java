package io.firebreak.engine;

import java.util.UUID;
import java.util.function.Function;

/**
 * What an open task is about.
 *
 * @param caseReference null where it belongs to no case
 * @param statement the text that it is about; null for the case's own statement
 * @param compensation its id; null where it is about no compensation
 */
public record TaskSubject(String caseReference, UUID statement, UUID compensation) {

    /**
     * The subject of a task.
     *
     * @param variable gives the variable of the task with a name; null when there is none
     */
    public static TaskSubject of(String caseReference, Function<String, Object> variable) {
        return new TaskSubject(
                caseReference,
                CaseVariables.statementIn(variable.apply(CaseVariables.STATEMENT)),
                CaseVariables.compensationIn(variable.apply(CaseVariables.COMPENSATION)));
    }
}
