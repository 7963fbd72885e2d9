package io.firebreak.language;

import java.util.Optional;

/** How colleagues are called: what is kept of people is their user id, what staff reads is a name. */
@FunctionalInterface
public interface PeopleNames {

    /** Knows nobody, so that user ids stay. */
    PeopleNames NONE = userId -> Optional.empty();

    /** The name of whoever has this user id; empty where nobody has it, or where it can't be found out now. */
    Optional<String> nameOf(String userId);
}
