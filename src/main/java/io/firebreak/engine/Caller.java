package io.firebreak.engine;

import io.firebreak.access.Actor;
import io.firebreak.rule.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who makes the call that the engine is working on. */
@Component
public class Caller {

    private final IdentityService identityService;

    Caller(@Lazy IdentityService identityService) {
        this.identityService = identityService;
    }

    /** The signed-in person; Firebreak itself where nobody is signed in. */
    public Actor actor() {
        Authentication authentication = identityService.getCurrentAuthentication();
        return authentication == null ? Actor.FIREBREAK : new Actor(authentication.getUserId());
    }

    /**
     * The signed-in person.
     *
     * @throws Refusal when nobody is signed in
     */
    public Actor person() {
        if (identityService.getCurrentAuthentication() == null) {
            throw Refusal.notAllowed("This is done by a person; please sign in.");
        }
        return actor();
    }
}
