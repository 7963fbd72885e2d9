package io.firebreak.roster.coverage;

import io.firebreak.roster.CrisisPlan.Chain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chain with those of its severities that leave it the same time.
 *
 * @param severities S1 to S4, and "" for before it is decided; never empty
 * @param secondPersonWithin how long after the beginning of the chain the second person has to be asked at the latest
 */
record Line(Chain chain, List<String> severities, Duration secondPersonWithin) {

    /** What a severity can be, and "" for before it is decided. */
    static final List<String> SEVERITIES = List.of("S1", "S2", "S3", "S4", "");

    private record Key(Chain chain, Duration time) {}

    /** Finds the chain of a role for a severity; null before it is decided. */
    interface Chains {

        Chain of(String role, String severity);
    }

    /**
     * Each chain for what it is really used for, which may be less than it says, because the first that fits counts.
     *
     * @param roles by their group ids
     */
    static List<Line> of(Collection<String> roles, Chains chains, PromisedTime times) {
        Map<Key, List<String>> lines = new LinkedHashMap<>();
        for (String role : roles) {
            for (String severity : SEVERITIES) {
                String decided = severity.isEmpty() ? null : severity;
                Key key = new Key(chains.of(role, decided), times.secondPersonWithin(role, decided));
                lines.computeIfAbsent(key, unused -> new ArrayList<>()).add(severity);
            }
        }
        return lines.entrySet().stream()
                .map(line -> new Line(
                        line.getKey().chain(),
                        List.copyOf(line.getValue()),
                        line.getKey().time()))
                .toList();
    }
}
