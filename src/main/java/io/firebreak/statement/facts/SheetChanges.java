package io.firebreak.statement.facts;

import io.firebreak.wording.comparison.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the facts from one version of a sheet to the next, in sentences. */
final class SheetChanges {

    private final List<String> added = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    SheetChanges(List<Fact> before, List<Fact> after) {
        Map<String, Fact> old = SheetMerge.byKey(before);
        Map<String, Fact> now = SheetMerge.byKey(after);
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(old.keySet());
        keys.forEach(key -> compare(old.get(key), now.get(key)));
    }

    private void compare(Fact old, Fact now) {
        if (old == null) {
            added.add("%s: %s".formatted(now.label(), now.value()));
        } else if (now == null) {
            changed.add("%s: taken away (was %s)".formatted(old.label(), old.value()));
        } else if (!old.value().equals(now.value()) || old.kind() != now.kind()) {
            changed.add("%s: %s (was %s)".formatted(now.label(), now.value(), old.value()));
        } else if (!old.equals(now)) {
            added.add("%s: %s, called differently".formatted(now.label(), now.value()));
        }
    }

    /** Whether something that was known is known otherwise, or no longer. */
    boolean contradict() {
        return !changed.isEmpty();
    }

    List<String> all() {
        List<String> all = new ArrayList<>(changed);
        all.addAll(added);
        return all;
    }
}
