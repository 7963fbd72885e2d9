package io.firebreak.roster.coverage;

import io.firebreak.notification.Means;
import io.firebreak.roster.Absence;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import io.firebreak.roster.DutyChange;
import io.firebreak.roster.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A crisis plan that is put together piece by piece and looked at; all of it is in Warsaw. */
final class TrialPlan {

    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private static final Means TASKLIST = new Means(Means.Kind.TASKLIST, null, null, null);
    private static final Means MAIL = new Means(Means.Kind.EMAIL, null, null, null);

    private final Map<String, PlannedPerson> people = new LinkedHashMap<>();
    private final Map<String, WorkingCalendar> calendars = new LinkedHashMap<>();
    private final Map<String, Rotation> rotations = new LinkedHashMap<>();
    private final List<Chain> chains = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final List<DutyChange> changes = new ArrayList<>();

    /** People who are reached on duty only. */
    TrialPlan onDuty(String... ids) {
        for (String id : ids) {
            people.put(id, person(id, null, Reachable.WORKING_HOURS, List.of(TASKLIST, MAIL)));
        }
        return this;
    }

    /** People who are reached at any hour. */
    TrialPlan always(String... ids) {
        for (String id : ids) {
            people.put(id, person(id, null, Reachable.ALWAYS, List.of(TASKLIST, MAIL)));
        }
        return this;
    }

    /** Somebody who is reached at any hour, but only looks at the list of tasks. */
    TrialPlan tasklistOnly(String id) {
        people.put(id, person(id, null, Reachable.ALWAYS, List.of(TASKLIST)));
        return this;
    }

    /** People who work by a calendar. */
    TrialPlan working(String calendar, String... ids) {
        for (String id : ids) {
            people.put(id, person(id, calendar, Reachable.WORKING_HOURS, List.of(TASKLIST, MAIL)));
        }
        return this;
    }

    TrialPlan with(WorkingCalendar calendar) {
        calendars.put(calendar.name(), calendar);
        return this;
    }

    /** One after the other, a day each from 9 in the morning on. */
    TrialPlan daily(String rotation, String begin, String... ids) {
        return rotation(rotation, begin, Duration.ofDays(1), null, ids);
    }

    /** One after the other, a day each, in some hours only. */
    TrialPlan rotation(String name, String begin, Duration turn, Hours hours, String... ids) {
        rotations.put(
                name, new Rotation(name, WARSAW, List.of(ids), LocalDateTime.parse(begin), turn, Set.of(), hours));
        return this;
    }

    /** A chain whose levels have ten minutes each. */
    TrialPlan chain(String role, Set<String> severities, Party... levels) {
        return chain(
                role,
                severities,
                List.of(levels).stream().map(party -> level(10, 1, party)).toArray(Level[]::new));
    }

    TrialPlan chain(String role, Set<String> severities, Level... levels) {
        chains.add(new Chain("Chain " + (chains.size() + 1), role, severities, List.of(levels), Duration.ofMinutes(5)));
        return this;
    }

    /** As it was before somebody was away. */
    TrialPlan away(String person, String from, String to, String standIn) {
        absences.add(new Absence(UUID.randomUUID(), person, at(from), at(to), standIn));
        return this;
    }

    TrialPlan withoutAbsences() {
        absences.clear();
        return this;
    }

    TrialPlan takesOver(String person, String rotation, String from, String to) {
        changes.add(new DutyChange(UUID.randomUUID(), rotation, person, at(from), at(to)));
        return this;
    }

    /** Looks two weeks ahead; a second person has to be asked within half an hour. */
    List<ChainCoverage> lookFrom(String begin) {
        return lookFrom(begin, (role, severity) -> Duration.ofMinutes(30));
    }

    List<ChainCoverage> lookFrom(String begin, BiFunction<String, String, Duration> times) {
        return lookAhead(times).from(at(begin));
    }

    LookAhead lookAhead(BiFunction<String, String, Duration> times) {
        return new LookAhead(plan(), lines(times), presence(), MeansDoubts::asPlanned);
    }

    /** Only the roles and severities for which the plan has a chain. */
    List<Line> lines(BiFunction<String, String, Duration> times) {
        CrisisPlan plan = plan();
        Set<String> roles = chains.stream().map(Chain::role).collect(Collectors.toCollection(LinkedHashSet::new));
        Chain none = new Chain("none", "none", Set.of(), List.of(), Duration.ZERO);
        return Line.of(roles, (role, severity) -> plan.chain(role, severity).orElse(none), asked(times)).stream()
                .filter(line -> line.chain() != none)
                .toList();
    }

    private static PromisedTime asked(BiFunction<String, String, Duration> times) {
        return new PromisedTime() {
            @Override
            public Set<String> rolesAsked() {
                return Set.of();
            }

            @Override
            public Duration secondPersonWithin(String role, String severity) {
                return times.apply(role, severity);
            }
        };
    }

    Presence presence() {
        return new Presence(List.copyOf(absences), List.copyOf(changes));
    }

    CrisisPlan plan() {
        return new CrisisPlan(
                List.of(),
                people,
                calendars,
                rotations,
                chains,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                new CrisisPlan.Retention(Duration.ofDays(30), Duration.ofDays(30)));
    }

    static Level level(int minutes, int acknowledgements, Party... parties) {
        return new Level(List.of(parties), Duration.ofMinutes(minutes), acknowledgements);
    }

    static Party onCall(String rotation) {
        return new Party.OnCall(rotation);
    }

    static Party somebody(String person) {
        return new Party.Somebody(person);
    }

    static Hours hours(String from, String to) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to));
    }

    /** A time on the clocks of Warsaw. */
    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(WARSAW).toInstant();
    }

    private static PlannedPerson person(String id, String calendar, Reachable reachable, List<Means> means) {
        return new PlannedPerson(id, Set.of(), Set.of(), List.of("en"), WARSAW, calendar, reachable, means, null);
    }
}
