package io.firebreak.notification.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.notification.Colleagues;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The people as the engine knows them. */
@Component
class EngineColleagues implements Colleagues {

    private final IdentityService identityService;
    private final AsFirebreak asFirebreak;

    EngineColleagues(@Lazy IdentityService identityService, AsFirebreak asFirebreak) {
        this.identityService = identityService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public List<String> whoCanTake(String assignee, Set<String> groups) {
        if (assignee != null) {
            return List.of(assignee);
        }
        return asFirebreak.call(() -> groups.stream()
                .flatMap(group -> identityService.createUserQuery().memberOfGroup(group).list().stream())
                .map(User::getId)
                .distinct()
                .sorted()
                .toList());
    }
}
