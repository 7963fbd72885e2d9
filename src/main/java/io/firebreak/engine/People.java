package io.firebreak.engine;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The people whom the engine knows. */
@Component
public class People {

    private final IdentityService identityService;
    private final AsFirebreak asFirebreak;

    People(@Lazy IdentityService identityService, AsFirebreak asFirebreak) {
        this.identityService = identityService;
        this.asFirebreak = asFirebreak;
    }

    public boolean isKnown(String userId) {
        return asFirebreak.call(
                () -> identityService.createUserQuery().userId(userId).count() > 0);
    }
}
