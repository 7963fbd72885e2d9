package io.firebreak.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what was handed in with a form for the length of the one command that carries it, on the thread that runs it.
 */
public final class HandedIn {

    private static final String START = "start";
    private static final ThreadLocal<Map<String, FormInputs>> CURRENT = new ThreadLocal<>();

    private HandedIn() {}

    /** What a person handed in with the start form; empty when Firebreak itself starts the process. */
    public static Optional<FormInputs> atStart() {
        return find(START);
    }

    /** What was handed in to complete the task; nothing at all counts as empty inputs. */
    public static FormInputs forTask(String taskId) {
        return find(taskId).orElseGet(() -> new FormInputs(Map.of()));
    }

    /** Runs {@code work} with the inputs of a start at hand. */
    public static <T> T withStart(FormInputs inputs, Supplier<T> work) {
        return with(START, inputs, work);
    }

    /** Runs {@code work} as a start by Firebreak itself, also where a person's start has led to it. */
    public static <T> T withoutStart(Supplier<T> work) {
        return with(START, null, work);
    }

    /** Runs {@code work} with the inputs of a task at hand. */
    public static <T> T withTask(String taskId, FormInputs inputs, Supplier<T> work) {
        return with(taskId, inputs, work);
    }

    private static <T> T with(String key, FormInputs inputs, Supplier<T> work) {
        Map<String, FormInputs> outer = CURRENT.get();
        Map<String, FormInputs> inner = outer == null ? new HashMap<>() : new HashMap<>(outer);
        inner.put(key, inputs);
        CURRENT.set(inner);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    private static Optional<FormInputs> find(String key) {
        return Optional.ofNullable(CURRENT.get()).map(inputs -> inputs.get(key));
    }
}
