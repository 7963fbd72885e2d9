package io.firebreak.mention;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Things by their moments, to find the nearest one. */
final class Timeline<T> {

    private final NavigableMap<Instant, T> things = new TreeMap<>();

    /** The last one counts where several have the same moment. */
    void add(Instant at, T thing) {
        things.put(at, thing);
    }

    /** The nearest to a moment, earlier or later, if it is less than this far away. */
    Optional<T> nearest(Instant at, Duration within) {
        return nearest(at, thing -> within);
    }

    /** The same where each thing says how far it reaches. */
    Optional<T> nearest(Instant at, Function<T, Duration> within) {
        return Stream.of(Optional.ofNullable(things.floorEntry(at)), Optional.ofNullable(things.higherEntry(at)))
                .flatMap(Optional::stream)
                .filter(entry -> distance(entry, at).compareTo(within.apply(entry.getValue())) < 0)
                .min((one, other) -> distance(one, at).compareTo(distance(other, at)))
                .map(Map.Entry::getValue);
    }

    private static Duration distance(Map.Entry<Instant, ?> entry, Instant at) {
        return Duration.between(entry.getKey(), at).abs();
    }
}
