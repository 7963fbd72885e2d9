package io.firebreak.engine;

import io.firebreak.access.Role;
import java.util.Arrays;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The people as the engine knows them. */
@Component
public class Staff {

    private final IdentityService identityService;
    private final AsFirebreak asFirebreak;

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
}
