package io.firebreak.roster;

import io.firebreak.access.Role;
import io.firebreak.engine.Staff;
import io.firebreak.notification.Means;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.roster.CrisisPlan.Retention;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The plan of a house that has written none: everybody with the role at once, then the crisis leads, then management, at
 * any hour. It is thin, but nobody is left without an answer for want of a file.
 */
@Component
class PlanOfGroups {

    /** What a person has of whom nothing is planned. */
    static final List<Means> MEANS =
            List.of(new Means(Means.Kind.TASKLIST, null, null, null), new Means(Means.Kind.EMAIL, null, null, null));

    private static final Duration KEPT = Duration.ofDays(90);

    private final Staff staff;
    private final LanguageStore languages;
    private final ZoneId zone;

    PlanOfGroups(Staff staff, LanguageStore languages, @Value("${firebreak.time-zone}") ZoneId zone) {
        this.staff = staff;
        this.languages = languages;
        this.zone = zone;
    }

    /** As the engine's groups are now. */
    CrisisPlan plan() {
        return new CrisisPlan(
                List.of(),
                people(),
                Map.of(),
                Map.of(),
                Role.staff().stream()
                        .map(role -> ChainOfGroups.of(role.groupId()))
                        .toList(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                new Retention(KEPT, KEPT));
    }

    private Map<String, PlannedPerson> people() {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        for (Role role : Role.staff()) {
            staff.membersOf(role.groupId())
                    .forEach(person -> roles.computeIfAbsent(person, unused -> new LinkedHashSet<>())
                            .add(role.groupId()));
        }
        Map<String, PlannedPerson> people = new LinkedHashMap<>();
        roles.forEach((id, held) -> people.put(id, person(id, held)));
        return people;
    }

    private PlannedPerson person(String id, Set<String> roles) {
        return new PlannedPerson(id, roles, Set.of(), languages.of(id), zone, null, Reachable.ALWAYS, MEANS, null);
    }
}
