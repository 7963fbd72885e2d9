package io.firebreak.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with several values, so that a person reads all of it at once. */
public final class Problems {

    private final List<Refusal.Problem> found = new ArrayList<>();

    /** The checked value; null when the check refuses it, which is remembered. */
    public <T> T collect(Supplier<T> check) {
        try {
            return check.get();
        } catch (Refusal refusal) {
            found.addAll(refusal.problems());
            return null;
        }
    }

    /**
     * @throws Refusal when anything was refused before
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Refusal.invalid(found);
        }
    }
}
