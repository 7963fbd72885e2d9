package io.firebreak.roster;

/**
 * What somebody is wanted for.
 *
 * @param area of the house; null: none
 * @param language that they have to speak, a primary code; null: any
 */
public record Matter(String area, String language) {

    /** Anything. */
    public static final Matter ANY = new Matter(null, null);
}
