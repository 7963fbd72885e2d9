package io.firebreak.roster;

import io.firebreak.notification.Means;
import io.firebreak.roster.CrisisPlan.Area;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Holidays;
import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes up worlds: small ones, so that people, absences and stand-ins meet, around days on which clocks change. */
final class Worlds {

    private static final List<Means> MEANS = List.of(new Means(Means.Kind.TASKLIST, null, null, null));

    /** On or close to each of them clocks change somewhere in {@link World#ZONES}. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 10, 4),
            LocalDate.of(2026, 10, 25),
            LocalDate.of(2026, 10, 30),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 12, 24),
            LocalDate.of(2027, 3, 14),
            LocalDate.of(2027, 3, 28),
            LocalDate.of(2027, 4, 4),
            LocalDate.of(2027, 4, 30));

    private static final Arbitrary<String> PEOPLE = Arbitraries.of("anna", "bruno", "cora", "dora", "emil");
    /** One of them is not in the plan. */
    private static final Arbitrary<String> STAND_INS = Arbitraries.of("anna", "bruno", "cora", "dora", "stranger");

    private static final Arbitrary<String> ROLES = Arbitraries.of("crisislead", "areaowner", "legal");
    private static final Arbitrary<String> AREAS = Arbitraries.of("Kitchen", "Shops");
    private static final Arbitrary<String> ROTATIONS = Arbitraries.of("days", "nights", "weeks");
    private static final Arbitrary<String> CALENDARS = Arbitraries.of("office", "evening");

    private Worlds() {}

    static Arbitrary<World> all() {
        return Arbitraries.oneOf(DAYS.stream().map(Worlds::around).toList());
    }

    private static Arbitrary<World> around(LocalDate day) {
        return Combinators.combine(plans(day), presences(day), chains(), matters(), PEOPLE.set(), moments(day, 3))
                .as(World::new);
    }

    private static Arbitrary<Instant> moments(LocalDate day, int days) {
        return Combinators.combine(
                        Arbitraries.of(World.ZONES), Arbitraries.integers().between(-days, days), minutes())
                .as((zone, offset, minute) -> day.plusDays(offset)
                        .atStartOfDay()
                        .plusMinutes(minute)
                        .atZone(zone)
                        .toInstant());
    }

    /** Of a day, often one of the small hours in which clocks change. */
    private static Arbitrary<Integer> minutes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 1_439),
                Arbitraries.integers().between(0, 210),
                Arbitraries.of(0, 30, 60, 90, 120, 150, 180));
    }

    private static Arbitrary<CrisisPlan> plans(LocalDate day) {
        return Combinators.combine(
                        people().list()
                                .uniqueElements(PlannedPerson::id)
                                .ofMinSize(1)
                                .ofMaxSize(5),
                        calendars(day)
                                .list()
                                .uniqueElements(WorkingCalendar::name)
                                .ofSize(2),
                        rotations(day).list().uniqueElements(Rotation::name).ofMaxSize(3),
                        areas().list().uniqueElements(Area::name).ofMaxSize(2))
                .as((people, calendars, rotations, areas) -> {
                    TestPlan plan = new TestPlan();
                    people.forEach(plan::with);
                    calendars.forEach(plan::with);
                    rotations.forEach(plan::with);
                    areas.forEach(plan::with);
                    return plan.plan();
                });
    }

    private static Arbitrary<PlannedPerson> people() {
        return Combinators.combine(
                        PEOPLE,
                        ROLES.set().ofMaxSize(2),
                        AREAS.set(),
                        Arbitraries.of("en", "pl").list().uniqueElements().ofMinSize(1),
                        Arbitraries.of(World.ZONES).injectNull(0.2),
                        CALENDARS.injectNull(0.3),
                        Arbitraries.frequency(Tuple.of(4, Reachable.WORKING_HOURS), Tuple.of(1, Reachable.ALWAYS)),
                        STAND_INS.injectNull(0.4))
                .as((id, roles, areas, languages, zone, calendar, reachable, standIn) -> new PlannedPerson(
                        id,
                        roles,
                        areas,
                        languages,
                        zone,
                        calendar,
                        reachable,
                        MEANS,
                        id.equals(standIn) ? null : standIn));
    }

    private static Arbitrary<WorkingCalendar> calendars(LocalDate day) {
        return Combinators.combine(
                        CALENDARS,
                        Arbitraries.of(World.ZONES),
                        Arbitraries.maps(
                                Arbitraries.of(DayOfWeek.class),
                                hours().list().ofMinSize(1).ofMaxSize(2)),
                        Arbitraries.of(new Holidays("pl", null)).injectNull(0.6),
                        Arbitraries.integers()
                                .between(-3, 3)
                                .map(day::plusDays)
                                .set()
                                .ofMaxSize(2))
                .as(WorkingCalendar::new);
    }

    /** Also across midnight, and all day round. */
    private static Arbitrary<Hours> hours() {
        Arbitrary<LocalTime> times = minutes().map(minute -> LocalTime.MIDNIGHT.plusMinutes(minute));
        return Combinators.combine(times, times).as(Hours::new);
    }

    private static Arbitrary<Rotation> rotations(LocalDate day) {
        Arbitrary<LocalDateTime> begins = Combinators.combine(
                        Arbitraries.integers().between(-20, 2), minutes())
                .as((offset, minute) -> day.plusDays(offset).atStartOfDay().plusMinutes(minute));
        return Combinators.combine(
                        ROTATIONS,
                        Arbitraries.of(World.ZONES),
                        PEOPLE.list().ofMinSize(1).ofMaxSize(4),
                        begins,
                        Arbitraries.of(1, 8, 12, 24, 36, 168).map(Duration::ofHours),
                        Arbitraries.of(DayOfWeek.class).set(),
                        hours().injectNull(0.5))
                .as(Rotation::new);
    }

    private static Arbitrary<Area> areas() {
        return Combinators.combine(AREAS, PEOPLE.list().uniqueElements().ofMaxSize(2))
                .as(Area::new);
    }

    private static Arbitrary<Presence> presences(LocalDate day) {
        return Combinators.combine(
                        absences(day).list().ofMaxSize(6), changes(day).list().ofMaxSize(3))
                .as(Presence::new);
    }

    private static Arbitrary<Absence> absences(LocalDate day) {
        return Combinators.combine(PEOPLE, moments(day, 3), lengths(), STAND_INS.injectNull(0.4))
                .as((person, from, length, standIn) -> new Absence(
                        UUID.randomUUID(), person, from, from.plus(length), person.equals(standIn) ? null : standIn));
    }

    private static Arbitrary<DutyChange> changes(LocalDate day) {
        return Combinators.combine(ROTATIONS, STAND_INS, moments(day, 3), lengths())
                .as((rotation, person, from, length) ->
                        new DutyChange(UUID.randomUUID(), rotation, person, from, from.plus(length)));
    }

    private static Arbitrary<Duration> lengths() {
        return Arbitraries.integers().between(1, 4 * 1_440).map(Duration::ofMinutes);
    }

    private static Arbitrary<Chain> chains() {
        return Combinators.combine(
                        levels().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(1, 60))
                .as((levels, again) -> new Chain("chain", "crisislead", Set.of(), levels, Duration.ofMinutes(again)));
    }

    private static Arbitrary<Level> levels() {
        return Combinators.combine(
                        parties().list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(1, 240).map(Duration::ofMinutes),
                        Arbitraries.integers().between(1, 2))
                .as(Level::new);
    }

    private static Arbitrary<Party> parties() {
        return Arbitraries.oneOf(
                PEOPLE.map(Party.Somebody::new),
                ROTATIONS.map(Party.OnCall::new),
                ROLES.map(Party.Everybody::new),
                Arbitraries.just(new Party.AreaOwners()));
    }

    private static Arbitrary<Matter> matters() {
        return Combinators.combine(
                        AREAS.injectNull(0.6),
                        Arbitraries.of("pl").injectNull(0.8).map(code -> (String) code))
                .as(Matter::new);
    }
}
