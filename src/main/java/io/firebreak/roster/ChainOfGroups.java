package io.firebreak.roster;

import io.firebreak.access.Role;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party.Everybody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The chain of a role for which the plan has none: everybody of the role at once, then crisis leads, then management. It
 * is there so that no task stands still because a plan forgot it.
 */
final class ChainOfGroups {

    /** How long the first, the second and the third have. */
    private static final List<Duration> WITHIN =
            List.of(Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofMinutes(20));

    private static final Duration AGAIN = Duration.ofMinutes(5);

    private ChainOfGroups() {}

    static Chain of(String role) {
        List<String> roles = Stream.of(role, Role.CRISIS_LEAD.groupId(), Role.MANAGEMENT.groupId())
                .distinct()
                .toList();
        List<Level> levels = new ArrayList<>();
        roles.forEach(next -> levels.add(new Level(List.of(new Everybody(next)), WITHIN.get(levels.size()), 1)));
        return new Chain("everybody of " + role, role, Set.of(), levels, AGAIN);
    }
}
