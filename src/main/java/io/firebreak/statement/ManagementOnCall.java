package io.firebreak.statement;

import io.firebreak.access.Role;
import io.firebreak.engine.Staff;
import io.firebreak.roster.Resolver;
import io.firebreak.roster.Roster;
import io.firebreak.roster.Shift;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who of management is on call now. */
@Component
class ManagementOnCall {

    private static final Duration NOW = Duration.ofSeconds(1);

    private final Roster roster;
    private final Staff staff;
    private final Clock clock;

    ManagementOnCall(Roster roster, Staff staff, Clock clock) {
        this.roster = roster;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Those who are on call in any rotation of the crisis plan, for themselves or for somebody who is away. Where the plan
     * has none of them on call at this moment, or there is no plan, all of management: the emergency is there anyway.
     */
    Set<String> people() {
        Set<String> management = staff.membersOf(Role.MANAGEMENT.groupId());
        Set<String> onCall = onCall();
        onCall.retainAll(management);
        return onCall.isEmpty() ? management : onCall;
    }

    private Set<String> onCall() {
        Resolver resolver = roster.resolver();
        Instant now = clock.instant();
        return resolver.rotations().stream()
                .flatMap(rotation -> resolver.shifts(rotation, now, now.plus(NOW)).stream())
                .map(Shift::acting)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
