package io.firebreak.roster.plan;

import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.WrongValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code rotations}: who is on call, one after the other. */
final class RotationsSection {

    private static final Duration SHORTEST_TURN = Duration.ofHours(1);
    private static final Duration LONGEST_TURN = Duration.ofDays(366);

    private final Names names;

    RotationsSection(Names names) {
        this.names = names;
    }

    Map<String, Rotation> read(Map<String, Place> rotations) {
        Map<String, Rotation> read = new LinkedHashMap<>();
        rotations.forEach((name, place) -> rotation(name, place).ifPresent(rotation -> read.put(name, rotation)));
        return Collections.unmodifiableMap(read);
    }

    private Optional<Rotation> rotation(String name, Place place) {
        NamedPlace.check(name, place);
        Fields fields = place.fields(Shape.ROTATION);
        Optional<ZoneId> zone = fields.read("zone", Values::zone);
        List<String> people = Once.each(fields, "people", Values.reference("person", names.people()));
        fields.at("people")
                .filter(Place::isEmptyList)
                .ifPresent(at -> at.mistake("Nobody is in this rotation.", "Name those who take turns."));
        Optional<LocalDateTime> begin = fields.read("begin", Values::moment);
        Optional<Duration> turn = fields.read("turn", RotationsSection::turn);
        Set<DayOfWeek> days = days(fields);
        Hours hours = fields.read("hours", Values::stretch).orElse(null);
        if (zone.isEmpty() || begin.isEmpty() || turn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rotation(name, zone.get(), people, begin.get(), turn.get(), days, hours));
    }

    private static Duration turn(String text) {
        Duration turn = Durations.between(SHORTEST_TURN, LONGEST_TURN).apply(text);
        if (turn.toMinutes() % 60 != 0) {
            throw new WrongValue(
                    "A turn of %s does not end on the hour.".formatted(WrongValue.shown(text)),
                    "Write whole hours, days or weeks.");
        }
        return turn;
    }

    private static Set<DayOfWeek> days(Fields fields) {
        Set<DayOfWeek> days = new LinkedHashSet<>();
        for (Place item : fields.items("days")) {
            item.read(Values::days).ifPresent(named -> {
                if (!Collections.disjoint(days, named)) {
                    item.mistake("A day is here twice.", "Name each day once.");
                }
                days.addAll(named);
            });
        }
        fields.at("days")
                .filter(Place::isEmptyList)
                .ifPresent(at -> at.mistake("No day is named.", "Name days, or leave the key out for every day."));
        return Collections.unmodifiableSet(days);
    }
}
