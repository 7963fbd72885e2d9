package io.firebreak.wording;

import io.firebreak.yaml.Keys;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys of each kind of entry in the files of house rules. */
enum FileShape implements Keys {
    RULES(keys(), keys("rules", "demands")),
    RULE(
            keys(),
            keys(
                    "level",
                    "level if unsure",
                    "why",
                    "source",
                    "remedy",
                    "purposes",
                    "reported as",
                    "at most",
                    "similar",
                    "expressions",
                    "except")),
    DEMAND(keys("purpose", "parts"), keys("posture")),
    LANGUAGE(keys("language"), keys("groups", "rules")),
    WORDS(keys(), keys("replace", "find", "with", "unless", "unless in text")),
    SIGN(keys("find"), keys("with", "unless", "unless in text"));

    private final Set<String> required;
    private final Set<String> all;

    FileShape(Set<String> required, Set<String> optional) {
        this.required = required;
        this.all = new LinkedHashSet<>(required);
        this.all.addAll(optional);
    }

    private static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }

    @Override
    public Set<String> required() {
        return required;
    }

    @Override
    public Set<String> all() {
        return all;
    }
}
