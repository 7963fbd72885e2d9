package io.firebreak.statement.facts;

import io.firebreak.rule.Refusal;
import io.firebreak.wording.comparison.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Two people change a sheet at once: each fact is what the one says who changed it. */
final class SheetMerge {

    private final Map<String, Fact> base;
    private final Map<String, Fact> current;
    private final Map<String, Fact> mine;

    /**
     * @param base what was seen before it was changed
     * @param current what others have made of it meanwhile
     * @param mine what is handed in
     */
    SheetMerge(List<Fact> base, List<Fact> current, List<Fact> mine) {
        this.base = byKey(base);
        this.current = byKey(current);
        this.mine = byKey(mine);
    }

    /**
     * Both together: the others' in their order, then what is new.
     *
     * @throws Refusal when both changed the same fact, and not alike
     */
    List<Fact> facts() {
        Set<String> keys = new LinkedHashSet<>(base.equals(current) ? mine.keySet() : current.keySet());
        keys.addAll(mine.keySet());
        keys.addAll(current.keySet());
        List<Fact> merged = new ArrayList<>();
        for (String key : keys) {
            Fact fact = merged(base.get(key), current.get(key), mine.get(key));
            if (fact != null) {
                merged.add(fact);
            }
        }
        return merged;
    }

    private static Fact merged(Fact base, Fact current, Fact mine) {
        if (Objects.equals(mine, base) || Objects.equals(mine, current)) {
            return current;
        }
        if (Objects.equals(current, base)) {
            return mine;
        }
        throw Refusal.conflict(
                current == null
                        ? "Somebody took “%s” away in the meantime; please look at the fact sheet again."
                                .formatted(base.label())
                        : changed(base).formatted(current.label(), current.value()));
    }

    private static String changed(Fact base) {
        return base == null
                ? "Somebody entered “%s” in the meantime, as %s; please look at the fact sheet again."
                : "Somebody changed “%s” in the meantime, to %s; please look at the fact sheet again.";
    }

    static Map<String, Fact> byKey(List<Fact> facts) {
        Map<String, Fact> byKey = new LinkedHashMap<>();
        facts.forEach(fact -> byKey.put(FactRules.key(fact), fact));
        return byKey;
    }
}
