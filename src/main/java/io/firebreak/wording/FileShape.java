package io.firebreak.wording;

import io.firebreak.yaml.KeySet;
import io.firebreak.yaml.Keys;

/** The keys of each kind of entry in the files of house rules. */
enum FileShape implements Keys {
    RULES(KeySet.of().and("rules", "demands")),
    RULE(KeySet.of()
            .and(
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
    DEMAND(KeySet.of("purpose", "parts").and("posture")),
    LANGUAGE(KeySet.of("language").and("groups", "rules")),
    WORDS(KeySet.of().and("replace", "find", "with", "unless", "unless in text")),
    SIGN(KeySet.of("find").and("with", "unless", "unless in text"));

    private final KeySet keys;

    FileShape(KeySet keys) {
        this.keys = keys;
    }

    @Override
    public KeySet keys() {
        return keys;
    }
}
