package io.firebreak.notification.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.notification.Colleagues;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The people as the engine knows them. */
@Component
class EngineColleagues implements Colleagues {

    private final IdentityService identityService;
    private final AsFirebreak asFirebreak;

    EngineColleagues(IdentityService identityService, AsFirebreak asFirebreak) {
        this.identityService = identityService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public List<String> mailAddresses(String assignee, Set<String> groups) {
        return asFirebreak.call(() -> usersOf(assignee, groups)
                .map(User::getEmail)
                .filter(address -> address != null && !address.isBlank())
                .distinct()
                .sorted()
                .toList());
    }

    private Stream<User> usersOf(String assignee, Set<String> groups) {
        if (assignee != null) {
            return identityService.createUserQuery().userId(assignee).list().stream();
        }
        return groups.stream().flatMap(group -> identityService.createUserQuery().memberOfGroup(group).list().stream());
    }
}
