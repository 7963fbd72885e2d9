package io.firebreak.mention;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How the ledger speaks of mentions. */
final class Words {

    private Words() {}

    static String mentions(int count) {
        return count == 1 ? "One mention" : "%,d mentions".formatted(count);
    }

    static String waiting(int count) {
        return count == 1 ? "one waiting mention" : "%,d waiting mentions".formatted(count);
    }

    static String terms(int count) {
        return count == 1 ? "one search term" : "%,d search terms".formatted(count);
    }

    static String joined(Collection<Placement> placements) {
        int count = placements.size();
        return count == 1
                ? "One mention joined the case and is kept as evidence: %s.".formatted(ways(placements))
                : "%,d mentions joined the case and are kept as evidence: %s.".formatted(count, ways(placements));
    }

    static Map<JoinedBy, Integer> counts(Collection<Placement> placements) {
        Map<JoinedBy, Integer> counts = new EnumMap<>(JoinedBy.class);
        placements.forEach(placement -> counts.merge(placement.by(), 1, Integer::sum));
        return counts;
    }

    /** For example: 3 by a thread, 1 by a search term. */
    static String ways(Collection<Placement> placements) {
        return counts(placements).entrySet().stream()
                .map(way -> "%,d by %s".formatted(way.getValue(), way(way.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String way(JoinedBy way) {
        return switch (way) {
            case THREAD -> "a thread";
            case SEARCH_TERM -> "a search term";
            case INTAKE -> "the table Intake";
            case PERSON -> "hand";
        };
    }
}
