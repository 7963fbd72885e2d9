package io.firebreak.roster;

import io.firebreak.access.Role;
import io.firebreak.roster.CrisisPlan.Area;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.Resolution.Skipped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whom the parties of a level come to at a moment. */
final class Parties {

    /**
     * Whom a party comes to.
     *
     * @param people user ids, each once
     * @param nobody why it comes to nobody; null when it comes to somebody
     * @param asAreaOwners whether they are wanted as those who answer for an area
     */
    record Named(Set<String> people, Skipped nobody, boolean asAreaOwners) {

        static Named of(Set<String> people) {
            return new Named(people, null, false);
        }

        static Named nobody(String who, String reason) {
            return new Named(Set.of(), new Skipped(who, reason), false);
        }
    }

    private final Duties duties;
    private final Map<String, Set<String>> byRole = new HashMap<>();
    private final Map<String, Set<String>> ownersByArea = new HashMap<>();

    Parties(CrisisPlan plan, Duties duties) {
        this.duties = duties;
        plan.areas().forEach((name, area) -> note(ownersByArea, name, area));
        new TreeMap<>(plan.people()).values().forEach(this::note);
    }

    private static void note(Map<String, Set<String>> owners, String name, Area area) {
        owners.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(area.owners());
    }

    private void note(PlannedPerson person) {
        person.roles().forEach(role -> byRole.computeIfAbsent(role, key -> new LinkedHashSet<>())
                .add(person.id()));
        person.areas().forEach(area -> ownersByArea
                .computeIfAbsent(area, key -> new LinkedHashSet<>())
                .add(person.id()));
    }

    Named of(Party party, Matter matter, Instant at) {
        if (party instanceof Party.Somebody somebody) {
            return Named.of(Set.of(somebody.person()));
        }
        if (party instanceof Party.OnCall onCall) {
            return onCall(onCall.rotation(), at);
        }
        if (party instanceof Party.Everybody everybody) {
            return everybody(everybody.role());
        }
        return ownersOf(matter.area());
    }

    private Named onCall(String rotation, Instant at) {
        return duties.onCall(rotation, at)
                .map(turn -> Named.of(Set.of(turn.person())))
                .orElseGet(() -> Named.nobody(rotation, "nobody is on call in this rotation then"));
    }

    private Named everybody(String role) {
        Set<String> people = byRole.getOrDefault(role, Set.of());
        return people.isEmpty()
                ? Named.nobody(role, "nobody in the crisis plan has this role")
                : new Named(people, null, role.equals(Role.AREA_OWNER.groupId()));
    }

    private Named ownersOf(String area) {
        if (area == null) {
            return Named.nobody("owners of the area", "the task is about no area");
        }
        Set<String> owners = ownersByArea.getOrDefault(area, Set.of());
        return owners.isEmpty()
                ? Named.nobody(area, "nobody in the crisis plan answers for this area")
                : Named.of(owners);
    }
}
