package io.firebreak.access;

import java.util.stream.Stream;

/** What a signed-in person is granted in the web application: the ids of their roles, and this. */
public final class Authorities {

    /** May administer users, rights and the engine. */
    public static final String ADMINISTRATOR = "administrator";

    private Authorities() {}

    static String[] staffAndAdministrators() {
        return Stream.concat(Role.staff().stream().map(Role::groupId), Stream.of(ADMINISTRATOR))
                .toArray(String[]::new);
    }
}
