package io.firebreak.roster.coverage;

import io.firebreak.notification.MeansView;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.roster.Presence;
import io.firebreak.roster.Resolver;
import io.firebreak.roster.Shift;
import io.firebreak.roster.coverage.PersonCoverage.ReachedBy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What each person of the plan does in the days to come. */
final class PeopleAhead {

    private final CrisisPlan plan;
    private final Presence presence;
    private final Map<String, List<MeansView>> means;

    /**
     * @param means how those of each person have done, by user id
     */
    PeopleAhead(CrisisPlan plan, Presence presence, Map<String, List<MeansView>> means) {
        this.plan = plan;
        this.presence = presence;
        this.means = means;
    }

    List<PersonCoverage> between(Instant from, Instant to) {
        Resolver resolver = new Resolver(plan, presence);
        List<Shift> shifts = resolver.rotations().stream()
                .flatMap(rotation -> resolver.shifts(rotation, from, to).stream())
                .toList();
        return plan.people().values().stream()
                .map(person -> new PersonCoverage(
                        person.id(),
                        reachable(person),
                        shifts.stream()
                                .filter(shift -> person.id().equals(shift.person())
                                        || person.id().equals(shift.acting()))
                                .toList(),
                        presence.absences().stream()
                                .filter(absence -> absence.person().equals(person.id()))
                                .filter(absence -> absence.from().isBefore(to))
                                .toList(),
                        means.getOrDefault(person.id(), List.of()).stream()
                                .map(ReachedBy::of)
                                .toList()))
                .toList();
    }

    private static String reachable(PlannedPerson person) {
        if (person.reachable() == Reachable.ALWAYS) {
            return "at any hour";
        }
        return person.calendar() == null ? "on duty only" : "at work (" + person.calendar() + ")";
    }
}
