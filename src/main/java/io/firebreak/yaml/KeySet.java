package io.firebreak.yaml;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys of an entry, in their order, as in {@code KeySet.of("name").and("level", "why")}.
 *
 * @param required those that must be there
 * @param all those that may, with those that must
 */
public record KeySet(Set<String> required, Set<String> all) {

    public KeySet {
        required = Collections.unmodifiableSet(required);
        all = Collections.unmodifiableSet(all);
    }

    /** Those that an entry must have; none, where all may be left out. */
    public static KeySet of(String... required) {
        Set<String> keys = new LinkedHashSet<>(List.of(required));
        return new KeySet(keys, keys);
    }

    /** And those that it may have beside. */
    public KeySet and(String... optional) {
        Set<String> keys = new LinkedHashSet<>(required);
        keys.addAll(List.of(optional));
        return new KeySet(required, keys);
    }
}
