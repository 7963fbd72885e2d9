package io.firebreak.roster;

import io.firebreak.notification.Means;
import io.firebreak.roster.CrisisPlan.Area;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Crisis plans for tests, put together piece by piece. */
final class TestPlan {

    private static final List<Means> MEANS = List.of(new Means(Means.Kind.TASKLIST, null, null, null));

    private final Map<String, PlannedPerson> people = new LinkedHashMap<>();
    private final Map<String, WorkingCalendar> calendars = new LinkedHashMap<>();
    private final Map<String, Rotation> rotations = new LinkedHashMap<>();
    private final Map<String, Area> areas = new LinkedHashMap<>();
    private final List<Chain> chains = new ArrayList<>();

    TestPlan with(PlannedPerson person) {
        people.put(person.id(), person);
        return this;
    }

    TestPlan with(WorkingCalendar calendar) {
        calendars.put(calendar.name(), calendar);
        return this;
    }

    TestPlan with(Rotation rotation) {
        rotations.put(rotation.name(), rotation);
        return this;
    }

    TestPlan with(Area area) {
        areas.put(area.name(), area);
        return this;
    }

    TestPlan with(Chain chain) {
        chains.add(chain);
        return this;
    }

    CrisisPlan plan() {
        return new CrisisPlan(
                List.of(),
                people,
                calendars,
                rotations,
                chains,
                areas,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                new CrisisPlan.Retention(Duration.ofDays(30), Duration.ofDays(30)));
    }

    /** Somebody who is reached on duty only. */
    static PlannedPerson onDutyOnly(String id) {
        return new PlannedPerson(
                id, Set.of(), Set.of(), List.of("en"), null, null, Reachable.WORKING_HOURS, MEANS, null);
    }

    /** Somebody who is reached at any hour. */
    static PlannedPerson always(String id) {
        return reachable(onDutyOnly(id), Reachable.ALWAYS);
    }

    /** Somebody who is reached in the hours of a calendar. */
    static PlannedPerson working(String id, String calendar) {
        PlannedPerson person = onDutyOnly(id);
        return new PlannedPerson(
                id,
                person.roles(),
                person.areas(),
                person.languages(),
                person.zone(),
                calendar,
                person.reachable(),
                MEANS,
                null);
    }

    static PlannedPerson reachable(PlannedPerson person, Reachable reachable) {
        return new PlannedPerson(
                person.id(),
                person.roles(),
                person.areas(),
                person.languages(),
                person.zone(),
                person.calendar(),
                reachable,
                MEANS,
                person.standIn());
    }

    static PlannedPerson in(ZoneId zone, PlannedPerson person) {
        return new PlannedPerson(
                person.id(),
                person.roles(),
                person.areas(),
                person.languages(),
                zone,
                person.calendar(),
                person.reachable(),
                MEANS,
                person.standIn());
    }

    static PlannedPerson standIn(PlannedPerson person, String standIn) {
        return new PlannedPerson(
                person.id(),
                person.roles(),
                person.areas(),
                person.languages(),
                person.zone(),
                person.calendar(),
                person.reachable(),
                MEANS,
                standIn);
    }

    static PlannedPerson as(PlannedPerson person, Set<String> roles, Set<String> areas, String... languages) {
        return new PlannedPerson(
                person.id(),
                roles,
                areas,
                List.of(languages),
                person.zone(),
                person.calendar(),
                person.reachable(),
                MEANS,
                person.standIn());
    }

    static Hours hours(String from, String to) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
