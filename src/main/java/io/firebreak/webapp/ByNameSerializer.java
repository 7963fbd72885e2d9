package io.firebreak.webapp;

import io.firebreak.language.StaffWords;

/** Writes people by their names. */
class ByNameSerializer extends ViewersSerializer {

    @Override
    String shown(String person, StaffWords words) {
        String name = words.person(person);
        return name.equals(person) ? words.forViewer(person) : name;
    }
}
