package io.firebreak.engine;

import io.firebreak.access.Actor;
import io.firebreak.access.Authorities;
import io.firebreak.access.Person;
import io.firebreak.access.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The people as the engine knows them. */
@Component
public class Staff {

    /** As many as one question to the database may name. */
    private static final int AT_ONCE = 1_000;

    private final IdentityService identityService;
    private final AsFirebreak asFirebreak;

    /**
     * A user of the engine.
     *
     * @param name as colleagues call them; the user id where the engine knows none
     * @param mailAddress null: none is known
     */
    public record Member(String userId, String name, String mailAddress) {}

    Staff(@Lazy IdentityService identityService, AsFirebreak asFirebreak) {
        this.identityService = identityService;
        this.asFirebreak = asFirebreak;
    }

    /** Whether there is such a user. */
    public boolean isKnown(String userId) {
        return asFirebreak.call(
                () -> identityService.createUserQuery().userId(userId).count() > 0);
    }

    /** Whether there is such a user, with at least one of the roles. */
    public boolean isAny(String userId, Role... roles) {
        return asFirebreak.call(() -> Arrays.stream(roles)
                .anyMatch(role -> identityService
                                .createUserQuery()
                                .userId(userId)
                                .memberOfGroup(role.groupId())
                                .count()
                        > 0));
    }

    /** A user with the roles that they have now; without any where there is no such user. */
    public Person person(String userId) {
        return new Person(new Actor(userId), authoritiesOf(userId));
    }

    /** What a user may do: the ids of their groups, and {@link Authorities#ADMINISTRATOR} where it applies. */
    public Set<String> authoritiesOf(String userId) {
        return asFirebreak.call(() -> identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .map(group -> group.equals(Groups.CAMUNDA_ADMIN) ? Authorities.ADMINISTRATOR : group)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The user with this id. */
    public Optional<Member> find(String userId) {
        return find(List.of(userId)).stream().findFirst();
    }

    /** The users with these ids, as far as there are any. */
    public List<Member> find(Collection<String> userIds) {
        List<String> ids = List.copyOf(userIds);
        List<Member> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            String[] some =
                    ids.subList(from, Math.min(ids.size(), from + AT_ONCE)).toArray(String[]::new);
            asFirebreak
                    .call(() -> identityService.createUserQuery().userIdIn(some).list())
                    .forEach(user -> found.add(member(user)));
        }
        return found;
    }

    /** The ids of all groups. */
    public Set<String> groups() {
        return asFirebreak.call(() -> identityService.createGroupQuery().list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The ids of the users in a group, in their order. */
    public Set<String> membersOf(String groupId) {
        return asFirebreak.call(() -> identityService.createUserQuery().memberOfGroup(groupId).list().stream()
                .map(User::getId)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Member member(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        String mail = user.getEmail();
        return new Member(
                user.getId(), name.isEmpty() ? user.getId() : name, mail == null || mail.isBlank() ? null : mail);
    }
}
