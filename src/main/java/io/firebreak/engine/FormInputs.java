package io.firebreak.engine;

import io.firebreak.rule.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody handed in with a form, or with a REST call in its place. The values are given to the rule of the task
 * and never become variables of the process.
 */
public final class FormInputs {

    private final Map<String, Object> values;

    public FormInputs(Map<String, Object> values) {
        this.values = values;
    }

    /** Whether a value was handed in at all. */
    public boolean has(String name) {
        return values.get(name) != null;
    }

    /**
     * A text as it was handed in; null when it is missing.
     *
     * @throws Refusal when something else than a text was handed in
     */
    public String text(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Refusal.invalid(name, "The value \"%s\" must be a text.".formatted(name));
    }

    /** Yes or no; no when it is missing, as an unticked box is. */
    public boolean ticked(String name) {
        Object value = values.get(name);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean ticked) {
            return ticked;
        }
        throw Refusal.invalid(name, "The value \"%s\" must be true or false.".formatted(name));
    }

    /**
     * Yes or no where silence must not count as an answer.
     *
     * @param label how a person calls the question, as the beginning of a sentence
     */
    public boolean answer(String name, String label) {
        if (values.get(name) == null) {
            throw Refusal.invalid(name, "%s is not answered; please say true or false.".formatted(label));
        }
        return ticked(name);
    }

    /**
     * @param label how a person calls the number, as the beginning of a sentence
     */
    public int number(String name, String label, int minimum, int maximum) {
        Object value = values.get(name);
        if (value instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= minimum
                && number.intValue() <= maximum) {
            return number.intValue();
        }
        throw Refusal.invalid(name, "%s must be a whole number from %d to %d.".formatted(label, minimum, maximum));
    }

    /**
     * @param label how a person calls the choice, as the beginning of a sentence
     */
    public <E extends Enum<E>> E choice(String name, String label, Class<E> type) {
        Object value = values.get(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        String choices = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw Refusal.invalid(name, "%s is missing or unknown; please choose one of %s.".formatted(label, choices));
    }
}
