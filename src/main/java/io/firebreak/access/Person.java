package io.firebreak.access;

import io.firebreak.rule.Refusal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * A signed-in person with the roles that they have.
 *
 * @param actor who it is
 * @param authorities the ids of the person's groups, and {@link Authorities#ADMINISTRATOR} where it applies
 */
public record Person(Actor actor, Set<String> authorities) {

    public Person {
        authorities = Set.copyOf(authorities);
    }

    public static Person of(Authentication authentication) {
        return new Person(
                new Actor(authentication.getName()),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean isAny(Role... roles) {
        return Arrays.stream(roles).anyMatch(role -> authorities.contains(role.groupId()));
    }

    /**
     * @throws Refusal when the person works on no cases; an administrator alone does not
     */
    public void requireStaff() {
        if (Role.staff().stream().noneMatch(role -> authorities.contains(role.groupId()))) {
            throw Refusal.notAllowed("This is for those who work on cases.");
        }
    }
}
