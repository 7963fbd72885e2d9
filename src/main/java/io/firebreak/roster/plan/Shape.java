package io.firebreak.roster.plan;

import io.firebreak.yaml.Keys;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys of each kind of entry in the file. The JSON Schema says the same; a test compares the two. */
enum Shape implements Keys {
    PLAN(
            keys("people", "chains"),
            keys(
                    "brands",
                    "calendars",
                    "rotations",
                    "areas",
                    "experts",
                    "allies",
                    "touch points",
                    "webhooks",
                    "compensation",
                    "retention")),
    BRAND(keys("zone"), keys()),
    PERSON(keys("languages", "zone"), keys("roles", "areas", "calendar", "reachable", "means", "stand-in")),
    MEANS(keys(), keys("email", "webhook", "address", "after")),
    CALENDAR(keys("zone", "hours"), keys("holidays", "company days")),
    HOLIDAYS(keys("country"), keys("region")),
    ROTATION(keys("zone", "people", "begin", "turn"), keys("days", "hours")),
    CHAIN(keys("name", "role", "levels", "again"), keys("severities")),
    LEVEL(keys("ask", "within"), keys("acknowledgements")),
    PARTY(keys(), keys("person", "on call", "everybody")),
    AREA(keys("owners"), keys()),
    EXPERT(keys("name", "subject", "contact"), keys("agency")),
    ALLY(keys("name", "contact"), keys("languages")),
    TOUCH_POINT(keys("name", "owner"), keys("channel")),
    WEBHOOK(keys("form", "secret"), keys("url")),
    COMPENSATION(keys("currency", "person", "month"), keys("brands", "case", "agrees")),
    RETENTION(keys(), keys("messages", "absences"));

    private final Set<String> required;
    private final Set<String> all;

    Shape(Set<String> required, Set<String> optional) {
        this.required = required;
        this.all = new LinkedHashSet<>(required);
        this.all.addAll(optional);
    }

    private static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }

    @Override
    public Set<String> required() {
        return required;
    }

    @Override
    public Set<String> all() {
        return all;
    }
}
