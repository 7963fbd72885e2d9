package io.firebreak.statement;

import io.firebreak.access.Role;
import java.util.List;
import java.util.stream.Collectors;

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
        return roles.stream().map(Seat::titleOf).collect(Collectors.joining(" or "));
    }

    static String titleOf(String role) {
        return Role.ofGroup(role).map(Role::title).orElse(role);
    }
}
