package io.firebreak.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values of one entry, by the keys of the format. What is missing or wrong was noted before. */
public final class Fields {

    private final Map<String, Place> places;

    public Fields(Map<String, Place> places) {
        this.places = places;
    }

    public Optional<Place> at(String key) {
        return Optional.ofNullable(places.get(key));
    }

    public Optional<String> text(String key) {
        return at(key).flatMap(Place::text);
    }

    public <T> Optional<T> read(String key, Function<String, T> meaning) {
        return at(key).flatMap(place -> place.read(meaning));
    }

    /** Empty where the key is not there. */
    public <T> List<T> list(String key, Function<String, T> meaning) {
        return at(key).map(place -> place.list(meaning)).orElse(List.of());
    }

    /** The entries of the list under a key; none where the key is not there. */
    public List<Place> items(String key) {
        return at(key).map(Place::items).orElse(List.of());
    }

    /** The named entries under a key; none where the key is not there. */
    public Map<String, Place> named(String key) {
        return at(key).map(Place::named).orElse(Map.of());
    }
}
