package io.firebreak.statement;

import io.firebreak.access.Role;
import io.firebreak.rule.Listing;
import java.util.Collection;
import java.util.List;

/**
 * One agreement that a text needs.
 *
 * @param roles of which one has to agree, by their group ids, in their order
 * @param vote by which it is given; null while it is missing
 */
public record Seat(int step, List<String> roles, Vote vote) {

    public Seat {
        roles = List.copyOf(roles);
    }

    public boolean isFilled() {
        return vote != null;
    }

    /** Its roles as people call them, as in "Crisis lead or Legal". */
    public String described() {
        return titlesOf(roles);
    }

    /** All that are still to be given, as in "Crisis lead or Legal and Management". */
    public static String described(List<Seat> seats) {
        return Listing.and(seats.stream().map(Seat::described).toList());
    }

    /** Roles of which one is enough, by their group ids, as people call them. */
    static String titlesOf(Collection<String> roles) {
        return Listing.or(roles.stream().map(Seat::titleOf).toList());
    }

    static String titleOf(String role) {
        return Role.ofGroup(role).map(Role::title).orElse(role);
    }
}
