package io.firebreak.statement;

import java.util.Set;

/**
 * What somebody hands in who votes about a text.
 *
 * @param roles of which the person is asked, by their group ids; empty: of any that the person has
 * @param calledIn whether this very person was asked, in place of those roles: by the chain of command, as a stand-in
 * @param seen what the person has read
 * @param comments null or blank: none
 */
public record Ballot(Set<String> roles, boolean calledIn, Seen seen, String comments) {

    public Ballot {
        roles = Set.copyOf(roles);
    }

    /** For whichever role the person has, in a case without a fact sheet. */
    public static Ballot of(String seenSha256, String comments) {
        return new Ballot(Set.of(), false, Seen.of(seenSha256), comments);
    }
}
