package io.firebreak.roster.plan;

import io.firebreak.yaml.KeySet;
import io.firebreak.yaml.Keys;

/** The keys of each kind of entry in the file. The JSON Schema says the same; a test compares the two. */
enum Shape implements Keys {
    PLAN(KeySet.of("people", "chains")
            .and(
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
    BRAND(KeySet.of("zone")),
    PERSON(KeySet.of("languages", "zone").and("roles", "areas", "calendar", "reachable", "means", "stand-in")),
    MEANS(KeySet.of().and("email", "webhook", "address", "after")),
    CALENDAR(KeySet.of("zone", "hours").and("holidays", "company days")),
    HOLIDAYS(KeySet.of("country").and("region")),
    ROTATION(KeySet.of("zone", "people", "begin", "turn").and("days", "hours")),
    CHAIN(KeySet.of("name", "role", "levels", "again").and("severities")),
    LEVEL(KeySet.of("ask", "within").and("acknowledgements")),
    PARTY(KeySet.of().and("person", "on call", "everybody")),
    AREA(KeySet.of("owners")),
    EXPERT(KeySet.of("name", "subject", "contact").and("agency")),
    ALLY(KeySet.of("name", "contact").and("languages")),
    TOUCH_POINT(KeySet.of("name", "owner").and("channel")),
    WEBHOOK(KeySet.of("form", "secret").and("url")),
    COMPENSATION(KeySet.of("currency", "person", "month").and("brands", "case", "agrees")),
    RETENTION(KeySet.of().and("messages", "absences"));

    private final KeySet keys;

    Shape(KeySet keys) {
        this.keys = keys;
    }

    @Override
    public KeySet keys() {
        return keys;
    }
}
