package io.firebreak.review.process;

import io.firebreak.access.Role;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.review.People;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The people whom the engine knows. */
@Component
class EnginePeople implements People {

    private final IdentityService identityService;
    private final AsFirebreak asFirebreak;

    EnginePeople(@Lazy IdentityService identityService, AsFirebreak asFirebreak) {
        this.identityService = identityService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public boolean worksOnCases(String userId) {
        return asFirebreak.call(() -> Role.staff().stream()
                .anyMatch(role -> identityService
                                .createUserQuery()
                                .userId(userId)
                                .memberOfGroup(role.groupId())
                                .count()
                        > 0));
    }

    @Override
    public List<Colleague> all() {
        Map<String, Colleague> byId = new TreeMap<>();
        asFirebreak.run(() -> Role.staff().stream()
                .flatMap(role -> identityService.createUserQuery().memberOfGroup(role.groupId()).list().stream())
                .forEach(user -> byId.put(user.getId(), new Colleague(user.getId(), nameOf(user)))));
        return byId.values().stream()
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }

    private static String nameOf(User user) {
        String name = "%s %s"
                .formatted(
                        user.getFirstName() == null ? "" : user.getFirstName(),
                        user.getLastName() == null ? "" : user.getLastName())
                .strip();
        return name.isEmpty() ? user.getId() : name;
    }
}
