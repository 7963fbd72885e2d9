package io.firebreak.roster.plan;

import io.firebreak.roster.CrisisPlan.Area;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.WrongValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A level of a chain: whom it asks, how long they have, and how many have to answer. */
final class LevelSection {

    private static final String AREA_OWNERS = "owners of the area";
    private static final String FORMS =
            "Write person:, on call: or everybody: with a name, or %s.".formatted(AREA_OWNERS);

    private final Names names;
    private final Map<String, Set<String>> withRole;
    private final Map<String, Area> areas;
    private final Set<String> groups;

    /**
     * @param withRole user ids by role
     * @param groups the ids of the engine's groups
     */
    LevelSection(Names names, Map<String, Set<String>> withRole, Map<String, Area> areas, Set<String> groups) {
        this.names = names;
        this.withRole = withRole;
        this.areas = areas;
        this.groups = groups;
    }

    Optional<Level> read(Place item) {
        Fields fields = item.fields(Shape.LEVEL);
        List<Place> asked = fields.items("ask");
        List<Party> parties = parties(asked);
        requireSomebody(fields);
        Optional<Duration> within = ChainsSection.within(fields);
        int acknowledgements =
                fields.read("acknowledgements", Values.number(1, 100)).orElse(1);
        int most = most(parties);
        if (acknowledgements > most && parties.size() == asked.size()) {
            fields.at("acknowledgements")
                    .ifPresent(at -> at.mistake(
                            "%d have to answer, and this level can ask %d at most.".formatted(acknowledgements, most),
                            "Ask more people, or fewer answers."));
        }
        return within.map(time -> new Level(parties, time, acknowledgements));
    }

    private static void requireSomebody(Fields fields) {
        fields.at("ask").filter(Place::isEmptyList).ifPresent(at -> at.mistake("This level asks nobody.", FORMS));
    }

    private List<Party> parties(List<Place> asked) {
        List<Party> parties = new ArrayList<>();
        for (Place item : asked) {
            party(item).ifPresent(party -> {
                if (parties.contains(party)) {
                    item.mistake("This level asks them already.", "Leave one of the two out.");
                }
                parties.add(party);
            });
        }
        return List.copyOf(parties);
    }

    private Optional<Party> party(Place item) {
        if (!item.isMapping()) {
            return item.text().flatMap(word -> areaOwners(word, item));
        }
        Fields fields = item.fields(Shape.PARTY);
        List<String> keys = Shape.PARTY.all().stream()
                .filter(key -> fields.at(key).isPresent())
                .toList();
        if (keys.size() != 1) {
            item.mistake("Each entry asks one kind of people.", FORMS);
            return Optional.empty();
        }
        return switch (keys.get(0)) {
            case "person" ->
                fields.read("person", Values.reference("person", names.people()))
                        .map(Party.Somebody::new);
            case "on call" ->
                fields.read("on call", Values.reference("rotation", names.rotations()))
                        .map(Party.OnCall::new);
            default ->
                fields.read("everybody", Values.reference("role", groups)).flatMap(role -> everybody(role, item));
        };
    }

    private static Optional<Party> areaOwners(String word, Place item) {
        if (word.equals(AREA_OWNERS)) {
            return Optional.of(new Party.AreaOwners());
        }
        item.mistake("%s is nobody to ask.".formatted(WrongValue.shown(word)), FORMS);
        return Optional.empty();
    }

    private Optional<Party> everybody(String role, Place item) {
        if (!withRole.containsKey(role)) {
            item.mistake(
                    "Nobody of the plan has the role %s.".formatted(role),
                    "Give it to somebody under people, or ask others.");
        }
        return Optional.of(new Party.Everybody(role));
    }

    /** How many different people it can ask at once. */
    private int most(List<Party> parties) {
        Set<String> certain = new HashSet<>();
        int others = 0;
        for (Party party : parties) {
            if (party instanceof Party.Somebody somebody) {
                certain.add(somebody.person());
            } else if (party instanceof Party.Everybody everybody) {
                certain.addAll(withRole.getOrDefault(everybody.role(), Set.of()));
            } else if (party instanceof Party.OnCall) {
                others++;
            } else {
                others += areas.values().stream()
                        .mapToInt(area -> area.owners().size())
                        .max()
                        .orElse(0);
            }
        }
        return certain.size() + others;
    }
}
