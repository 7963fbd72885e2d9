package io.firebreak.roster.plan;

import io.firebreak.yaml.Place;
import io.firebreak.yaml.WrongValue;

/** Names that the writer of the file chooses. */
final class NamedPlace {

    private NamedPlace() {}

    /** Notes a name that can't be shown or found. */
    static void check(String name, Place place) {
        try {
            Values.name(name);
        } catch (WrongValue wrong) {
            place.mistake(wrong.problem(), wrong.remedy());
        }
    }
}
