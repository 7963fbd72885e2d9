package io.firebreak.engine;

import io.firebreak.access.Actor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Somebody completes a task of a case. */
public final class TaskAct {

    /**
     * Of whom a task is asked.
     *
     * @param groups whose members can do it, by their ids
     * @param byName whether whoever does it was asked as a person: by the chain of command, as a stand-in, by a delegation
     */
    public record Asked(Set<String> groups, boolean byName) {

        public Asked {
            groups = Set.copyOf(groups);
        }
    }

    private final String caseReference;
    private final Actor actor;
    private final FormInputs inputs;
    private final UnaryOperator<String> variables;
    private final Predicate<String> candidates;
    private final Asked asked;
    private final Set<String> drafters;
    private final Map<String, Object> results = new LinkedHashMap<>();

    /**
     * @param variables gives the variable of the process with a name, as text; null when there is none
     * @param candidates whether the task is for the person with an id
     * @param drafters who typed into the form of the task before it was handed in
     */
    public TaskAct(
            String caseReference,
            Actor actor,
            FormInputs inputs,
            UnaryOperator<String> variables,
            Predicate<String> candidates,
            Asked asked,
            Set<String> drafters) {
        this.drafters = Set.copyOf(drafters);
        this.asked = asked;
        this.candidates = candidates;
        this.caseReference = caseReference;
        this.actor = actor;
        this.inputs = inputs;
        this.variables = variables;
    }

    /** The business key of the process. */
    public String caseReference() {
        return caseReference;
    }

    public Actor actor() {
        return actor;
    }

    /** Who typed into the form before it was handed in, by their user ids: what is handed in may hold their words. */
    public Set<String> drafters() {
        return drafters;
    }

    public FormInputs inputs() {
        return inputs;
    }

    /** The channel that the task is about; null where it is about none. */
    public String channel() {
        return variables.apply(CaseVariables.CHANNEL);
    }

    /** The area of the house that the task asks; null where it asks none. */
    public String area() {
        return variables.apply(CaseVariables.AREA);
    }

    /** The publication that the task is about, by its id; null where it is about none. */
    public String publication() {
        return variables.apply(CaseVariables.PUBLICATION);
    }

    /** The measure that the task is about, by its id; null where it is about none. */
    public UUID measure() {
        return CaseVariables.measureIn(variables.apply(CaseVariables.MEASURE));
    }

    /** The compensation that the task is about, by its id; null where it is about none. */
    public UUID compensation() {
        return CaseVariables.compensationIn(variables.apply(CaseVariables.COMPENSATION));
    }

    /** The gaps in chains of command that the task is about, by the id that they share; null where it is about none. */
    public UUID gap() {
        return CaseVariables.gapIn(variables.apply(CaseVariables.GAP));
    }

    /** The text that the task is about, by its id; null for the case's own statement. */
    public UUID statement() {
        return CaseVariables.statementIn(variables.apply(CaseVariables.STATEMENT));
    }

    /** The language into which the task is to translate, a BCP 47 tag; null where it is about none. */
    public String language() {
        return variables.apply(CaseVariables.LANGUAGE);
    }

    /** Of whom the task is asked. */
    public Asked asked() {
        return asked;
    }

    /** Whether the task is for this person, as the diagram and the chain of command say. */
    public boolean isFor(String userId) {
        return candidates.test(userId);
    }

    /** Sets a variable of the process: only what a gateway, a timer or the task list needs. */
    public void result(String variable, Object value) {
        results.put(variable, value);
    }

    public Map<String, Object> results() {
        return Map.copyOf(results);
    }
}
