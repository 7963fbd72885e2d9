package io.firebreak.roster.plan;

import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code chains}: who is asked next when nobody answers. */
final class ChainsSection {

    private static final Set<String> SEVERITIES = Set.of("S1", "S2", "S3", "S4");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final LevelSection levels;
    private final Set<String> groups;

    /**
     * @param groups the ids of the engine's groups
     */
    ChainsSection(LevelSection levels, Set<String> groups) {
        this.levels = levels;
        this.groups = groups;
    }

    List<Chain> read(Optional<Place> place) {
        List<Chain> read = new ArrayList<>();
        ChainNames names = new ChainNames();
        for (Place item : place.map(Place::items).orElse(List.of())) {
            chain(item).ifPresent(chain -> {
                names.check(chain, item);
                read.add(chain);
            });
        }
        place.filter(Place::isEmptyList)
                .ifPresent(at -> at.mistake("There is no chain.", "Write one at least, or do without a plan."));
        return List.copyOf(read);
    }

    private Optional<Chain> chain(Place item) {
        Fields fields = item.fields(Shape.CHAIN);
        Optional<String> name = fields.read("name", Values::name);
        Optional<String> role = fields.read("role", Values.reference("role", groups));
        List<String> severities = Once.each(fields, "severities", Values.reference("severity", SEVERITIES));
        List<Level> read = new ArrayList<>();
        for (Place level : fields.items("levels")) {
            levels.read(level).ifPresent(read::add);
        }
        fields.at("levels")
                .filter(Place::isEmptyList)
                .ifPresent(
                        at -> at.mistake("The chain has no level.", "Write one at least: whom to ask, and how long."));
        Optional<Duration> again = again(fields, read);
        if (name.isEmpty() || role.isEmpty() || again.isEmpty()) {
            return Optional.empty();
        }
        Set<String> used = Collections.unmodifiableSet(new LinkedHashSet<>(severities));
        return Optional.of(new Chain(name.get(), role.get(), used, List.copyOf(read), again.get()));
    }

    /** Whoever did not answer the first time is asked more often, not less. */
    private static Optional<Duration> again(Fields fields, List<Level> levels) {
        Optional<Duration> again = fields.read("again", Durations.between(SHORTEST, LONGEST));
        Optional<Duration> shortest = levels.stream().map(Level::within).min(Duration::compareTo);
        if (again.isPresent() && shortest.isPresent() && again.get().compareTo(shortest.get()) > 0) {
            fields.at("again")
                    .ifPresent(at -> at.mistake(
                            "again is longer than the shortest level, which has %s."
                                    .formatted(Durations.inWords(shortest.get())),
                            "Write so much at most: after the first pass it goes faster."));
        }
        return again;
    }

    static Optional<Duration> within(Fields fields) {
        return fields.read("within", Durations.between(SHORTEST, LONGEST));
    }

    /** What chains before one are for: of two for the same, the second would never be used. */
    private static final class ChainNames {

        private static final String EVERY = "";

        private final Map<String, Map<String, String>> taken = new HashMap<>();
        private final Set<String> names = new LinkedHashSet<>();

        void check(Chain chain, Place place) {
            if (!names.add(chain.name())) {
                place.mistake("Another chain is called %s too.".formatted(chain.name()), "Give it another name.");
            }
            Map<String, String> ofRole = taken.computeIfAbsent(chain.role(), role -> new HashMap<>());
            if (ofRole.containsKey(EVERY)) {
                place.mistake(
                        "This chain is never used: %s, before it, is for every severity of %s."
                                .formatted(ofRole.get(EVERY), chain.role()),
                        "Put this one before it, or leave one of the two out.");
            }
            for (String severity : chain.severities()) {
                String other = ofRole.putIfAbsent(severity, chain.name());
                if (other != null) {
                    place.mistake(
                            "%s is for %s and %s already.".formatted(other, chain.role(), severity),
                            "Leave %s out of one of the two.".formatted(severity));
                }
            }
            if (chain.severities().isEmpty()) {
                ofRole.putIfAbsent(EVERY, chain.name());
            }
        }
    }
}
