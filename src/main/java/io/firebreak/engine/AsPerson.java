package io.firebreak.engine;

import io.firebreak.access.Actor;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Engine calls that somebody makes by our API: with that person's own rights, as if they sat in Tasklist. */
@Component
public class AsPerson {

    private final IdentityService identityService;

    AsPerson(@Lazy IdentityService identityService) {
        this.identityService = identityService;
    }

    public void run(Actor person, Runnable work) {
        Authentication before = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        List<String> groups = identityService.createGroupQuery().groupMember(person.id()).list().stream()
                .map(Group::getId)
                .toList();
        identityService.setAuthentication(person.id(), groups);
        try {
            work.run();
        } finally {
            identityService.clearAuthentication();
            if (before != null) {
                identityService.setAuthentication(before);
            }
        }
    }
}
