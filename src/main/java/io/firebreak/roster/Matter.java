package io.firebreak.roster;

import java.util.Map;

/**
 * What somebody is wanted for.
 *
 * @param area of the house; null: none
 * @param language that they have to speak, a primary code; null: any
 * @param barred who can't do it whatever the plan says, by user id, and why as the end of a sentence
 */
public record Matter(String area, String language, Map<String, String> barred) {

    /** Anything. */
    public static final Matter ANY = new Matter(null, null);

    public Matter {
        barred = Map.copyOf(barred);
    }

    /** Nobody is barred. */
    public Matter(String area, String language) {
        this(area, language, Map.of());
    }
}
