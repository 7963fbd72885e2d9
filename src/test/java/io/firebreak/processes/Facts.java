package io.firebreak.processes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts about an incident, as the decision tables ask for them. */
final class Facts {

    static final List<Object> CATEGORIES = List.of(
            "OWN_SLIP",
            "OWN_OFFENCE",
            "PRODUCT_QUALITY",
            "CUSTOMER_COMPLAINT",
            "HOSTILE_DISPUTE",
            "COMPETITOR_OR_TROLL",
            "SUDDEN_SPIKE");
    static final List<Object> SPREADS = List.of("STEADY", "HIGH", "EXTREME");
    static final List<Object> SEVERITIES = List.of("S1", "S2", "S3", "S4");
    static final List<Object> YES_AND_NO = List.of(true, false);

    /** Both ends, and both sides of each cut-off of the table. */
    static final List<Object> NEGATIVE_SHARES = List.of(0, 39, 40, 59, 60, 100);

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = values;
    }

    /** A quarrel that nobody but the two sides sees: no row raises it. */
    static Facts ofQuietQuarrel() {
        return new Facts(Map.of(
                "category", "HOSTILE_DISPUTE",
                "safetyRisk", false,
                "spread", "STEADY",
                "negativeSharePercent", 0,
                "vividTrigger", false,
                "influentialAuthor", false,
                "crisisHistory", false));
    }

    Facts with(String fact, Object value) {
        Map<String, Object> changed = new HashMap<>(values);
        changed.put(fact, value);
        return new Facts(changed);
    }

    Map<String, Object> values() {
        return values;
    }

    /** Every combination of the given values. */
    static List<Map<String, Object>> combinations(Map<String, List<Object>> valuesByFact) {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (var fact : valuesByFact.entrySet()) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (var combination : combinations) {
                for (Object value : fact.getValue()) {
                    Map<String, Object> extended = new LinkedHashMap<>(combination);
                    extended.put(fact.getKey(), value);
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
