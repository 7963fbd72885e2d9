package io.firebreak.roster.plan;

import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.yaml.Place;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stand-ins who stand in for each other in a circle would leave nobody when all of them are away. */
final class StandIns {

    private final Map<String, PlannedPerson> people;
    private final Map<String, Place> named;
    private final Set<String> looked = new HashSet<>();

    /**
     * @param named by user id, where their stand-in is named
     */
    StandIns(Map<String, PlannedPerson> people, Map<String, Place> named) {
        this.people = people;
        this.named = named;
    }

    void check() {
        people.keySet().forEach(this::follow);
    }

    private void follow(String first) {
        Set<String> way = new LinkedHashSet<>();
        String person = first;
        while (person != null && looked.add(person)) {
            way.add(person);
            person = standInOf(person);
        }
        if (person != null && way.contains(person)) {
            note(List.copyOf(way), person);
        }
    }

    private String standInOf(String person) {
        PlannedPerson planned = people.get(person);
        return planned == null ? null : planned.standIn();
    }

    private void note(List<String> way, String again) {
        List<String> circle = way.subList(way.indexOf(again), way.size());
        Place place = named.get(again);
        if (circle.size() == 1) {
            place.mistake("%s is their own stand-in.".formatted(again), "Name somebody else, or leave the key out.");
        } else {
            place.mistake(
                    "The stand-ins go round in a circle: %s, %s.".formatted(String.join(", ", circle), again),
                    "Let the last of them have somebody outside of the circle, or nobody.");
        }
    }
}
