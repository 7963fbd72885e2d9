package io.firebreak.roster.plan;

import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import java.util.Set;

/**
 * What the file gives a name to, whether it is right or not: a mistake in a calendar is not said again by each person
 * who works by it.
 */
record Names(
        Set<String> people,
        Set<String> calendars,
        Set<String> rotations,
        Set<String> areas,
        Set<String> webhooks,
        Set<String> brands) {

    static Names of(Fields plan) {
        return new Names(
                names(plan, "people"),
                names(plan, "calendars"),
                names(plan, "rotations"),
                names(plan, "areas"),
                names(plan, "webhooks"),
                names(plan, "brands"));
    }

    private static Set<String> names(Fields plan, String key) {
        return plan.at(key).filter(Place::isMapping).map(Place::keys).orElse(Set.of());
    }
}
