package io.firebreak.roster;

import static io.firebreak.roster.TestPlan.always;
import static io.firebreak.roster.TestPlan.as;
import static io.firebreak.roster.TestPlan.hours;
import static io.firebreak.roster.TestPlan.in;
import static io.firebreak.roster.TestPlan.onDutyOnly;
import static io.firebreak.roster.TestPlan.standIn;
import static io.firebreak.roster.TestPlan.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.roster.ChainWalk.Position;
import io.firebreak.roster.ChainWalk.Step;
import io.firebreak.roster.CrisisPlan.Area;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Holidays;
import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import io.firebreak.roster.Resolution.Asked;
import io.firebreak.roster.Resolution.Skipped;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nights, Sundays, holidays and people on leave: who is asked, and why not somebody else. */
class ChainOfCommandScenariosTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Hours OFFICE = hours("09:00", "17:00");

    // --- clocks that change -------------------------------------------------------------------------------------

    /** On Sunday 25 October 2026 the clocks of Warsaw show 02:30 twice: at 00:30 and at 01:30 UTC. */
    @Test
    void shouldChangeTheTurnAtTheEarlierOfTwoHalfPastTwo() {
        // given
        Resolver resolver =
                resolver(plan("anna", "bruno").with(daily("2026-10-24T02:30", "anna", "bruno")), Presence.AS_PLANNED);

        // then
        assertThat(onCall(resolver, "2026-10-25T00:29:59Z")).containsExactly("anna");
        assertThat(onCall(resolver, "2026-10-25T00:30:00Z")).containsExactly("bruno");
        assertThat(onCall(resolver, "2026-10-25T01:29:59Z")).containsExactly("bruno");
        assertThat(onCall(resolver, "2026-10-25T01:30:00Z")).containsExactly("bruno");
        assertThat(onCall(resolver, "2026-10-26T01:29:59Z")).containsExactly("bruno");
        assertThat(onCall(resolver, "2026-10-26T01:30:00Z")).containsExactly("anna");
    }

    /** On Sunday 28 March 2027 the clocks of Warsaw go from 02:00 straight to 03:00, at 01:00 UTC. */
    @Test
    void shouldChangeTheTurnAfterTheGapWhereThereIsNoHalfPastTwo() {
        // given
        Resolver resolver =
                resolver(plan("anna", "bruno").with(daily("2027-03-27T02:30", "anna", "bruno")), Presence.AS_PLANNED);

        // then
        assertThat(onCall(resolver, "2027-03-28T00:59:59Z")).containsExactly("anna");
        assertThat(onCall(resolver, "2027-03-28T01:00:00Z")).containsExactly("bruno");
        assertThat(onCall(resolver, "2027-03-29T00:29:59Z")).containsExactly("bruno");
        assertThat(onCall(resolver, "2027-03-29T00:30:00Z")).containsExactly("anna");
    }

    @Test
    void shouldChangeTurnsOfAWeekAtTheSameTimeOnTheClockInWinterAndSummer() {
        // given
        Resolver resolver = resolver(
                plan("anna", "bruno")
                        .with(rotation("2026-10-19T09:00", Duration.ofDays(7), Set.of(), null, "anna", "bruno")),
                Presence.AS_PLANNED);

        // then
        assertThat(onCall(resolver, "2026-10-26T07:59:59Z")).containsExactly("anna");
        assertThat(onCall(resolver, "2026-10-26T08:00:00Z")).containsExactly("bruno");
    }

    @Test
    void shouldChangeTurnsOfTwelveHoursByTheClockOnTheWallToo() {
        // given
        Resolver resolver = resolver(
                plan("anna", "bruno")
                        .with(rotation("2026-10-24T08:00", Duration.ofHours(12), Set.of(), null, "anna", "bruno")),
                Presence.AS_PLANNED);

        // then
        assertThat(onCall(resolver, "2026-10-25T06:59:59Z")).containsExactly("bruno");
        assertThat(onCall(resolver, "2026-10-25T07:00:00Z")).containsExactly("anna");
    }

    @Test
    void shouldWorkFromTheEarlierOfTwoHalfPastTwoToTheEnd() {
        // given
        Resolver resolver = resolver(
                new TestPlan()
                        .with(everyDay("nights", WARSAW, hours("02:30", "06:00")))
                        .with(working("anna", "nights")),
                Presence.AS_PLANNED);

        // then
        assertThat(resolver.isReachable("anna", Instant.parse("2026-10-25T00:29:59Z")))
                .isFalse();
        assertThat(resolver.isReachable("anna", Instant.parse("2026-10-25T00:30:00Z")))
                .isTrue();
        assertThat(resolver.isReachable("anna", Instant.parse("2026-10-25T01:15:00Z")))
                .isTrue();
        assertThat(resolver.reachableUntil("anna", Instant.parse("2026-10-25T01:15:00Z")))
                .hasValue(Instant.parse("2026-10-25T05:00:00Z"));
    }

    @Test
    void shouldWorkFromTheEndOfTheGapWhereThereIsNoHalfPastTwo() {
        // given
        Resolver resolver = resolver(
                new TestPlan()
                        .with(everyDay("nights", WARSAW, hours("02:30", "06:00")))
                        .with(everyDay("evenings", WARSAW, hours("22:00", "02:30")))
                        .with(working("anna", "nights"))
                        .with(working("bruno", "evenings")),
                Presence.AS_PLANNED);

        // then
        assertThat(resolver.isReachable("bruno", Instant.parse("2027-03-28T00:59:59Z")))
                .isTrue();
        assertThat(resolver.isReachable("anna", Instant.parse("2027-03-28T00:59:59Z")))
                .isFalse();
        assertThat(resolver.isReachable("bruno", Instant.parse("2027-03-28T01:00:00Z")))
                .isFalse();
        assertThat(resolver.isReachable("anna", Instant.parse("2027-03-28T01:00:00Z")))
                .isTrue();
    }

    // --- days off -----------------------------------------------------------------------------------------------

    /** Thursday 4 June 2026. */
    @Test
    void shouldGoPastTheOfficeOnCorpusChristiInPolandAndNotInSpain() {
        // given
        TestPlan plan = new TestPlan()
                .with(weekdays("warsaw", WARSAW, new Holidays("pl", null), Set.of()))
                .with(weekdays("madrid", ZoneId.of("Europe/Madrid"), new Holidays("es", "md"), Set.of()))
                .with(working("anna", "warsaw"))
                .with(working("pilar", "madrid"));
        Instant noon = Instant.parse("2026-06-04T10:00:00Z");

        // when
        Step.Ask ask = ask(walk(plan, chain(level("anna"), level("pilar"))).next(Position.START, noon));

        // then
        assertThat(ask.people()).extracting(Asked::person).containsExactly("pilar");
        assertThat(ask.people().get(0).because()).isEqualTo("at work until 2026-06-04T15:00:00Z");
        assertThat(ask.skipped())
                .containsExactly(
                        new Skipped("anna", "neither on call nor at work then"),
                        new Skipped("level 1", "nobody of it can be asked"));
        assertThat(resolver(plan, Presence.AS_PLANNED).isReachable("anna", noon.minus(Duration.ofDays(1))))
                .isTrue();
    }

    @Test
    void shouldKeepAHolidayThatOnlyARegionHas() {
        // given: the day of the Community of Madrid is no holiday of all Spain
        TestPlan plan = new TestPlan()
                .with(weekdays("madrid", ZoneId.of("Europe/Madrid"), new Holidays("es", "md"), Set.of()))
                .with(weekdays("spain", ZoneId.of("Europe/Madrid"), new Holidays("es", null), Set.of()))
                .with(working("pilar", "madrid"))
                .with(working("sergio", "spain"));
        Instant secondOfMay = Instant.parse("2028-05-02T10:00:00Z");

        // then
        assertThat(resolver(plan, Presence.AS_PLANNED).isReachable("pilar", secondOfMay))
                .isFalse();
        assertThat(resolver(plan, Presence.AS_PLANNED).isReachable("sergio", secondOfMay))
                .isTrue();
    }

    @Test
    void shouldNotReachAnybodyAtWorkOnACompanyDay() {
        // given
        TestPlan plan = new TestPlan()
                .with(weekdays("warsaw", WARSAW, null, Set.of(LocalDate.of(2026, 12, 1))))
                .with(working("anna", "warsaw"));

        // then
        assertThat(resolver(plan, Presence.AS_PLANNED).isReachable("anna", Instant.parse("2026-12-01T10:00:00Z")))
                .isFalse();
        assertThat(resolver(plan, Presence.AS_PLANNED).isReachable("anna", Instant.parse("2026-12-02T10:00:00Z")))
                .isTrue();
    }

    @Test
    void shouldReachSomebodyInTheHoursOfTheirOwnZone() {
        // given
        TestPlan plan = new TestPlan()
                .with(weekdays("new-york", NEW_YORK, null, Set.of()))
                .with(working("grace", "new-york"));
        Resolver resolver = resolver(plan, Presence.AS_PLANNED);

        // then: nine in the evening in Warsaw is three in the afternoon in New York
        assertThat(resolver.isReachable("grace", Instant.parse("2026-12-01T20:00:00Z")))
                .isTrue();
        assertThat(resolver.isReachable("grace", Instant.parse("2026-12-01T10:00:00Z")))
                .isFalse();
    }

    // --- on call ------------------------------------------------------------------------------------------------

    @Test
    void shouldStayOnCallAcrossMidnight() {
        // given: nights that begin from Monday to Friday
        Resolver resolver = resolver(
                plan("anna", "bruno")
                        .with(rotation(
                                "2026-11-30T08:00",
                                Duration.ofDays(7),
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                hours("22:00", "06:00"),
                                "anna",
                                "bruno")),
                Presence.AS_PLANNED);

        // then
        assertThat(onCall(resolver, "2026-11-30T20:59:59Z")).isEmpty();
        assertThat(onCall(resolver, "2026-11-30T21:00:00Z")).containsExactly("anna");
        assertThat(onCall(resolver, "2026-12-01T04:59:59Z")).containsExactly("anna");
        assertThat(onCall(resolver, "2026-12-01T05:00:00Z")).isEmpty();
        assertThat(onCall(resolver, "2026-12-01T22:00:00Z")).isEmpty();
        assertThat(onCall(resolver, "2026-12-05T04:59:59Z")).containsExactly("anna");
        assertThat(resolver.reachableUntil("anna", Instant.parse("2026-11-30T23:00:00Z")))
                .hasValue(Instant.parse("2026-12-01T05:00:00Z"));
    }

    @Test
    void shouldHaveNobodyOnCallBeforeTheFirstTurn() {
        // given
        TestPlan plan = plan("anna").with(daily("2026-12-01T09:00", "anna"));

        // when
        Resolution resolution = resolver(plan, Presence.AS_PLANNED)
                .resolve(onCallLevel(), Matter.ANY, Set.of(), Instant.parse("2026-12-01T07:59:59Z"));

        // then
        assertThat(resolution)
                .isEqualTo(new Resolution(
                        List.of(), List.of(new Skipped("leads", "nobody is on call in this rotation then"))));
    }

    @Test
    void shouldAskByTheChangeThatWasEnteredLast() {
        // given
        TestPlan plan = plan("anna", "bruno", "cora").with(daily("2026-12-01T00:00", "anna"));
        DutyChange first = duty("bruno", "2026-12-02T06:00:00Z", "2026-12-02T18:00:00Z");
        DutyChange second = duty("cora", "2026-12-02T10:00:00Z", "2026-12-02T12:00:00Z");

        // when
        Resolver firstThenSecond = resolver(plan, new Presence(List.of(), List.of(first, second)));
        Resolver secondThenFirst = resolver(plan, new Presence(List.of(), List.of(second, first)));

        // then
        assertThat(onCall(firstThenSecond, "2026-12-02T05:59:59Z")).containsExactly("anna");
        assertThat(onCall(firstThenSecond, "2026-12-02T09:59:59Z")).containsExactly("bruno");
        assertThat(onCall(firstThenSecond, "2026-12-02T10:00:00Z")).containsExactly("cora");
        assertThat(onCall(firstThenSecond, "2026-12-02T12:00:00Z")).containsExactly("bruno");
        assertThat(onCall(firstThenSecond, "2026-12-02T18:00:00Z")).containsExactly("anna");
        assertThat(onCall(secondThenFirst, "2026-12-02T11:00:00Z")).containsExactly("bruno");
        assertThat(firstThenSecond.reachableUntil("bruno", Instant.parse("2026-12-02T07:00:00Z")))
                .hasValue(Instant.parse("2026-12-02T10:00:00Z"));
    }

    @Test
    void shouldFillWithAChangeTheHoursInWhichTheRotationHasNobody() {
        // given
        TestPlan plan = plan("anna", "bruno")
                .with(rotation("2026-12-01T00:00", Duration.ofDays(1), Set.of(), hours("18:00", "08:00"), "anna"));
        DutyChange day = duty("bruno", "2026-12-02T07:00:00Z", "2026-12-02T17:00:00Z");

        // then
        assertThat(onCall(resolver(plan, Presence.AS_PLANNED), "2026-12-02T12:00:00Z"))
                .isEmpty();
        assertThat(onCall(resolver(plan, new Presence(List.of(), List.of(day))), "2026-12-02T12:00:00Z"))
                .containsExactly("bruno");
    }

    @Test
    void shouldReachThoseOnCallUntilTheirLastTurnInARowEnds() {
        // given: her turn ends at midnight, and the next is hers too
        TestPlan plan = plan("anna", "bruno").with(daily("2026-12-01T00:00", "anna", "anna", "bruno"));

        // when
        Asked asked = resolver(plan, Presence.AS_PLANNED)
                .resolve(onCallLevel(), Matter.ANY, Set.of(), Instant.parse("2026-12-01T12:00:00Z"))
                .asked()
                .get(0);

        // then
        assertThat(asked.because()).isEqualTo("on call in leads until 2026-12-01T23:00:00Z");
        assertThat(asked.until()).isEqualTo(Instant.parse("2026-12-02T23:00:00Z"));
    }

    // --- absences -----------------------------------------------------------------------------------------------

    @Test
    void shouldAskWhoStandsInForTheStandInWhenLeadAndStandInAreBothOnLeave() {
        // given
        TestPlan plan = new TestPlan()
                .with(standIn(always("lead"), "deputy"))
                .with(standIn(always("deputy"), "third"))
                .with(always("third"));
        Presence leave = away(leave("lead", null), leave("deputy", null));

        // when
        Step.Ask ask = ask(walk(plan, leave, chain(level("lead"))).next(Position.START, HOLIDAYS));

        // then
        assertThat(ask.people())
                .containsExactly(new Asked(
                        "third",
                        "lead",
                        "stands in for lead, who is away until 2027-01-04T00:00:00Z; reachable at any hour",
                        null));
    }

    @Test
    void shouldGoOnToTheNextLevelWhenNobodyStandsInForTheStandIn() {
        // given
        TestPlan plan = new TestPlan()
                .with(standIn(always("lead"), "deputy"))
                .with(always("deputy"))
                .with(always("management"));
        Presence leave = away(leave("lead", null), leave("deputy", null));

        // when
        Step.Ask ask =
                ask(walk(plan, leave, chain(level("lead"), level("management"))).next(Position.START, HOLIDAYS));

        // then
        assertThat(ask.people()).extracting(Asked::person).containsExactly("management");
        assertThat(ask.skipped())
                .contains(new Skipped(
                        "lead", "away until 2027-01-04T00:00:00Z; those who stand in are away too: deputy"));
    }

    @Test
    void shouldCutACircleOfStandIns() {
        // given
        TestPlan plan = new TestPlan()
                .with(standIn(always("anna"), "bruno"))
                .with(standIn(always("bruno"), "cora"))
                .with(standIn(always("cora"), "anna"));
        Presence leave = away(leave("anna", null), leave("bruno", null), leave("cora", null));

        // when
        Step step = walk(plan, leave, chain(level("anna"))).next(Position.START, HOLIDAYS);

        // then
        assertThat(step).isInstanceOf(Step.Nobody.class);
        assertThat(step.skipped())
                .contains(
                        new Skipped(
                                "anna",
                                "away until 2027-01-04T00:00:00Z; the stand-ins lead round in a circle: anna, bruno, cora, anna"));
        assertThat(resolver(plan, leave).standIn("anna", HOLIDAYS)).isEmpty();
    }

    @Test
    void shouldLetTheAbsenceThatWasEnteredLastNameTheStandIn() {
        // given
        TestPlan plan = new TestPlan()
                .with(standIn(always("anna"), "dora"))
                .with(always("bruno"))
                .with(always("cora"));

        // then
        assertThat(resolver(plan, away(leave("anna", "bruno"), leave("anna", "cora")))
                        .standIn("anna", HOLIDAYS))
                .hasValue("cora");
        assertThat(resolver(plan, away(leave("anna", "bruno"), leave("anna", null)))
                        .standIn("anna", HOLIDAYS))
                .hasValue("bruno");
        assertThat(resolver(plan, away(leave("anna", null))).standIn("anna", HOLIDAYS))
                .hasValue("dora");
    }

    @Test
    void shouldReachAStandInWhereTheAbsentOneWouldHaveBeen() {
        // given: she works in no hours of her own
        TestPlan plan = new TestPlan()
                .with(weekdays("warsaw", WARSAW, null, Set.of()))
                .with(standIn(working("anna", "warsaw"), "bruno"))
                .with(onDutyOnly("bruno"));
        Resolver resolver = resolver(plan, away(leave("anna", null)));
        Instant thursday = Instant.parse("2026-12-31T10:00:00Z");

        // then
        assertThat(resolver(plan, Presence.AS_PLANNED).isReachable("bruno", thursday))
                .isFalse();
        assertThat(resolver.isReachable("bruno", thursday)).isTrue();
        assertThat(resolver.isReachable("bruno", thursday.plus(Duration.ofHours(12))))
                .isFalse();
        assertThat(resolver.reachableUntil("bruno", thursday)).hasValue(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(resolver.resolve(level("anna"), Matter.ANY, Set.of(), thursday)
                        .asked()
                        .get(0)
                        .because())
                .isEqualTo("stands in for anna, who is away until 2027-01-04T00:00:00Z;"
                        + " anna would be at work until 2026-12-31T16:00:00Z");
    }

    @Test
    void shouldEndTheDutyOfAStandInWhenTheAbsentOneIsBack() {
        // given
        TestPlan plan = new TestPlan().with(standIn(always("anna"), "bruno")).with(onDutyOnly("bruno"));

        // then
        assertThat(resolver(plan, away(leave("anna", null))).reachableUntil("bruno", HOLIDAYS))
                .hasValue(Instant.parse("2027-01-04T00:00:00Z"));
    }

    @Test
    void shouldNotReachAStandInWhoIsOffDutyWhenTheAbsentOneWouldBeToo() {
        // given
        TestPlan plan = new TestPlan()
                .with(weekdays("warsaw", WARSAW, null, Set.of()))
                .with(standIn(working("anna", "warsaw"), "bruno"))
                .with(working("bruno", "warsaw"));
        Instant sunday = Instant.parse("2026-12-27T10:00:00Z");

        // when
        Resolution resolution =
                resolver(plan, away(leave("anna", null))).resolve(level("anna"), Matter.ANY, Set.of(), sunday);

        // then
        assertThat(resolution.asked()).isEmpty();
        assertThat(resolution.skipped())
                .containsExactly(new Skipped(
                        "anna",
                        "away until 2027-01-04T00:00:00Z; bruno, who stands in, is neither on call nor at work then"));
    }

    // --- who fits -----------------------------------------------------------------------------------------------

    @Test
    void shouldPassOverWhoDoesNotSpeakTheLanguage() {
        // given
        TestPlan plan = new TestPlan()
                .with(as(always("anna"), Set.of("spokesperson"), Set.of(), "pl", "en"))
                .with(as(always("luca"), Set.of("spokesperson"), Set.of(), "it", "en"));

        // when
        Resolution resolution = resolver(plan, Presence.AS_PLANNED)
                .resolve(everybody("spokesperson"), new Matter(null, "it"), Set.of(), HOLIDAYS);

        // then
        assertThat(resolution.asked()).extracting(Asked::person).containsExactly("luca");
        assertThat(resolution.skipped()).containsExactly(new Skipped("anna", "does not speak the language it"));
    }

    @Test
    void shouldAskOwnersOfTheAreaAndStillLeadsWhoOwnAnother() {
        // given
        TestPlan plan = new TestPlan()
                .with(as(always("kitchen"), Set.of("areaowner"), Set.of("Kitchen"), "en"))
                .with(as(always("shop"), Set.of("areaowner"), Set.of("Shops"), "en"))
                .with(as(always("lead"), Set.of("crisislead", "areaowner"), Set.of("Shops"), "en"))
                .with(new Area("Kitchen", List.of("kitchen")))
                .with(new Area("Shops", List.of("shop", "lead")));
        Resolver resolver = resolver(plan, Presence.AS_PLANNED);
        Matter kitchen = new Matter("Kitchen", null);

        // when
        Resolution owners = resolver.resolve(
                new Level(List.of(new Party.AreaOwners()), Duration.ofMinutes(10), 1), kitchen, Set.of(), HOLIDAYS);
        Resolution named = resolver.resolve(level("shop", "lead"), kitchen, Set.of(), HOLIDAYS);
        Resolution asOwners = resolver.resolve(everybody("areaowner"), kitchen, Set.of(), HOLIDAYS);

        // then
        assertThat(owners.asked()).extracting(Asked::person).containsExactly("kitchen");
        assertThat(named.asked()).extracting(Asked::person).containsExactly("lead");
        assertThat(named.skipped()).containsExactly(new Skipped("shop", "answers for other areas, not for Kitchen"));
        assertThat(asOwners.asked()).extracting(Asked::person).containsExactly("kitchen");
        assertThat(asOwners.skipped()).extracting(Skipped::who).containsExactlyInAnyOrder("shop", "lead");
    }

    @Test
    void shouldSayWhyARoleOrAnAreaComesToNobody() {
        // given
        Resolver resolver = resolver(plan("anna"), Presence.AS_PLANNED);
        Level owners = new Level(List.of(new Party.AreaOwners()), Duration.ofMinutes(10), 1);

        // then
        assertThat(resolver.resolve(everybody("legal"), Matter.ANY, Set.of(), HOLIDAYS)
                        .skipped())
                .containsExactly(new Skipped("legal", "nobody in the crisis plan has this role"));
        assertThat(resolver.resolve(owners, Matter.ANY, Set.of(), HOLIDAYS).skipped())
                .containsExactly(new Skipped("owners of the area", "the task is about no area"));
        assertThat(resolver.resolve(owners, new Matter("Kitchen", null), Set.of(), HOLIDAYS)
                        .skipped())
                .containsExactly(new Skipped("Kitchen", "nobody in the crisis plan answers for this area"));
    }

    @Test
    void shouldAskOnceWhoIsNamedTwiceOnALevel() {
        // given
        TestPlan plan = new TestPlan().with(standIn(always("anna"), "bruno")).with(always("bruno"));

        // when
        Resolution resolution = resolver(plan, away(leave("anna", null)))
                .resolve(level("bruno", "anna", "bruno"), Matter.ANY, Set.of(), HOLIDAYS);

        // then
        assertThat(resolution.asked()).extracting(Asked::person).containsExactly("bruno");
        assertThat(resolution.skipped())
                .containsExactly(new Skipped(
                        "anna",
                        "away until 2027-01-04T00:00:00Z; bruno, who stands in, is asked on this level anyway"));
    }

    // --- the walk -----------------------------------------------------------------------------------------------

    @Test
    void shouldAskOneAloneAgainAndAgainAndSayThatTheChainIsBroken() {
        // given
        ChainWalk walk = walk(new TestPlan().with(always("anna")), chain(level("anna")));

        // when
        Step.Ask first = ask(walk.next(Position.START, HOLIDAYS));
        Step.Ask second = ask(walk.next(first.position(), HOLIDAYS.plus(first.within())));
        Step.Ask third = ask(walk.next(second.position(), HOLIDAYS.plusSeconds(3600)));

        // then
        assertThat(first.broken()).isFalse();
        assertThat(first.within()).isEqualTo(Duration.ofMinutes(10));
        assertThat(first.position()).isEqualTo(new Position(1, 0, Set.of("anna")));
        assertThat(second.broken()).isTrue();
        assertThat(second.within()).isEqualTo(Duration.ofMinutes(3));
        assertThat(second.position()).isEqualTo(new Position(2, 0, Set.of("anna")));
        assertThat(third.broken()).isTrue();
        assertThat(third.position().pass()).isEqualTo(3);
    }

    @Test
    void shouldNotAskAnybodyTwiceWithinOnePass() {
        // given: she is on both levels
        TestPlan plan = plan().with(always("anna")).with(always("bruno"));
        ChainWalk walk = walk(plan, chain(level("anna"), level("anna", "bruno"), level("anna")));

        // when
        Step.Ask first = ask(walk.next(Position.START, HOLIDAYS));
        Step.Ask second = ask(walk.next(first.position(), HOLIDAYS));
        Step.Ask third = ask(walk.next(second.position(), HOLIDAYS));

        // then
        assertThat(second.people()).extracting(Asked::person).containsExactly("bruno");
        assertThat(second.skipped()).containsExactly(new Skipped("anna", "asked before in this pass"));
        assertThat(second.broken()).isFalse();
        assertThat(third.position()).isEqualTo(new Position(2, 0, Set.of("anna")));
        assertThat(third.broken()).isTrue();
        assertThat(third.skipped())
                .containsExactly(
                        new Skipped("anna", "asked before in this pass"),
                        new Skipped("level 3", "nobody of it can be asked"));
    }

    @Test
    void shouldLookAgainWhenNobodyCanBeAskedAndAskAsSoonAsSomebodyIsThere() {
        // given
        TestPlan plan =
                new TestPlan().with(weekdays("warsaw", WARSAW, null, Set.of())).with(working("anna", "warsaw"));
        ChainWalk walk = walk(plan, chain(level("anna")));
        Instant sunday = Instant.parse("2026-12-06T10:00:00Z");

        // when
        Step.Nobody nobody = (Step.Nobody) walk.next(Position.START, sunday);
        Step.Nobody still = (Step.Nobody) walk.next(nobody.position(), sunday.plus(nobody.again()));
        Step.Ask monday = ask(walk.next(still.position(), Instant.parse("2026-12-07T08:00:00Z")));

        // then
        assertThat(nobody.again()).isEqualTo(Duration.ofMinutes(3));
        assertThat(still.position()).isEqualTo(new Position(3, -1, Set.of()));
        assertThat(monday.people()).extracting(Asked::person).containsExactly("anna");
        assertThat(monday.broken()).isTrue();
    }

    @Test
    void shouldGoOnFromWhereItStandsWhenThePlanIsChangedBetweenTwoSteps() {
        // given
        Chain before = chain(level("anna"), level("bruno"));
        Chain after = chain(level("anna"), level("cora"), level("bruno"));
        Step.Ask first = ask(walk(plan().with(always("anna")), before).next(Position.START, HOLIDAYS));

        // when: cora is new, and bruno has left
        ChainWalk changed = walk(plan().with(always("anna")).with(always("cora")), after);
        Step.Ask second = ask(changed.next(first.position(), HOLIDAYS));
        Step.Ask third = ask(changed.next(second.position(), HOLIDAYS));

        // then
        assertThat(second.people()).extracting(Asked::person).containsExactly("cora");
        assertThat(third.broken()).isTrue();
        assertThat(third.people()).extracting(Asked::person).containsExactly("anna");
        assertThat(third.skipped()).contains(new Skipped("bruno", "neither on call nor at work then"));
    }

    @Test
    void shouldBeginFromTheTopWhenThePlanIsShorterThanWhereItStands() {
        // given
        ChainWalk shorter = walk(plan().with(always("anna")), chain(level("anna")));

        // when
        Step.Ask next = ask(shorter.next(new Position(1, 4, Set.of("anna", "bruno")), HOLIDAYS));

        // then
        assertThat(next.position()).isEqualTo(new Position(2, 0, Set.of("anna")));
        assertThat(next.broken()).isTrue();
    }

    @Test
    void shouldNeverGiveMoreTimeInALaterPass() {
        // given
        Level quick = new Level(List.of(new Party.Somebody("anna")), Duration.ofMinutes(2), 1);
        ChainWalk walk = walk(plan().with(always("anna")), chain(quick));

        // then
        assertThat(ask(walk.next(new Position(1, 0, Set.of("anna")), HOLIDAYS)).within())
                .isEqualTo(Duration.ofMinutes(2));
    }

    /** The example of docs/chain-of-command.md. */
    @Test
    void shouldDoWhatTheExampleOfTheDocumentationSays() {
        // given
        TestPlan plan = new TestPlan()
                .with(weekdays("warsaw", WARSAW, null, Set.of()))
                .with(rotation("2026-10-19T09:00", Duration.ofDays(7), Set.of(), null, "giulia", "piotr"))
                .with(as(in(WARSAW, onDutyOnly("giulia")), Set.of("crisislead"), Set.of(), "en"))
                .with(as(in(WARSAW, onDutyOnly("piotr")), Set.of("crisislead"), Set.of(), "en"))
                .with(as(always("beatriz"), Set.of("management"), Set.of(), "en"))
                .with(as(working("krzysztof", "warsaw"), Set.of("management"), Set.of(), "en"));
        Absence leave = new Absence(
                UUID.randomUUID(),
                "giulia",
                Instant.parse("2026-10-23T22:00:00Z"),
                Instant.parse("2026-11-01T23:00:00Z"),
                "piotr");
        Chain chain = new Chain(
                "leads",
                "crisislead",
                Set.of(),
                List.of(
                        new Level(List.of(new Party.OnCall("leads")), Duration.ofMinutes(10), 1),
                        new Level(List.of(new Party.Everybody("crisislead")), Duration.ofMinutes(15), 1),
                        new Level(List.of(new Party.Everybody("management")), Duration.ofMinutes(20), 1)),
                Duration.ofMinutes(5));
        ChainWalk walk = walk(plan, away(leave), chain);
        Instant late = Instant.parse("2026-10-25T00:30:00Z");

        // when
        Step.Ask first = ask(walk.next(Position.START, late));
        Instant tenMinutesLater = late.plus(first.within());
        Step.Ask second = ask(walk.next(first.position(), tenMinutesLater));
        Instant end = tenMinutesLater.plus(second.within());
        Step.Ask third = ask(walk.next(second.position(), end));

        // then
        assertThat(first.people().get(0).because())
                .isEqualTo("stands in for giulia, who is away until 2026-11-01T23:00:00Z;"
                        + " giulia would be on call in leads until 2026-10-26T08:00:00Z");
        assertThat(second.people()).extracting(Asked::person).containsExactly("beatriz");
        assertThat(second.skipped())
                .containsExactly(
                        new Skipped(
                                "giulia",
                                "away until 2026-11-01T23:00:00Z; piotr, who stands in, was asked before in this pass"),
                        new Skipped("piotr", "asked before in this pass"),
                        new Skipped("level 2", "nobody of it can be asked"),
                        new Skipped("krzysztof", "neither on call nor at work then"));
        assertThat(WallClock.write(end, WARSAW)).isEqualTo("2026-10-25 02:00 Europe/Warsaw");
        assertThat(third.broken()).isTrue();
        assertThat(third.within()).isEqualTo(Duration.ofMinutes(5));
        assertThat(third.people()).extracting(Asked::person).containsExactly("piotr");
    }

    // --- pieces -------------------------------------------------------------------------------------------------

    /** A Monday between the years. */
    private static final Instant HOLIDAYS = Instant.parse("2026-12-28T12:00:00Z");

    private static Absence leave(String person, String standIn) {
        return new Absence(
                UUID.randomUUID(),
                person,
                Instant.parse("2026-12-24T00:00:00Z"),
                Instant.parse("2027-01-04T00:00:00Z"),
                standIn);
    }

    private static Presence away(Absence... absences) {
        return new Presence(List.of(absences), List.of());
    }

    private static DutyChange duty(String person, String from, String to) {
        return new DutyChange(UUID.randomUUID(), "leads", person, Instant.parse(from), Instant.parse(to));
    }

    private static TestPlan plan(String... onDutyOnly) {
        TestPlan plan = new TestPlan();
        Arrays.stream(onDutyOnly).forEach(person -> plan.with(onDutyOnly(person)));
        return plan;
    }

    private static Rotation daily(String begin, String... people) {
        return rotation(begin, Duration.ofDays(1), Set.of(), null, people);
    }

    private static Rotation rotation(String begin, Duration turn, Set<DayOfWeek> days, Hours hours, String... people) {
        return new Rotation("leads", WARSAW, List.of(people), LocalDateTime.parse(begin), turn, days, hours);
    }

    private static WorkingCalendar everyDay(String name, ZoneId zone, Hours hours) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, List.of(hours)));
        return new WorkingCalendar(name, zone, week, null, Set.of());
    }

    private static WorkingCalendar weekdays(String name, ZoneId zone, Holidays holidays, Set<LocalDate> companyDays) {
        Map<DayOfWeek, List<Hours>> week =
                new EnumMap<>(everyDay(name, zone, OFFICE).hours());
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return new WorkingCalendar(name, zone, week, holidays, companyDays);
    }

    private static Level level(String... people) {
        return new Level(
                Arrays.stream(people)
                        .map(person -> (Party) new Party.Somebody(person))
                        .toList(),
                Duration.ofMinutes(10),
                1);
    }

    private static Level everybody(String role) {
        return new Level(List.of(new Party.Everybody(role)), Duration.ofMinutes(10), 1);
    }

    private static Level onCallLevel() {
        return new Level(List.of(new Party.OnCall("leads")), Duration.ofMinutes(10), 1);
    }

    private static Chain chain(Level... levels) {
        return new Chain("test", "crisislead", Set.of(), List.of(levels), Duration.ofMinutes(3));
    }

    private static Resolver resolver(TestPlan plan, Presence presence) {
        return new Resolver(plan.plan(), presence);
    }

    private static ChainWalk walk(TestPlan plan, Chain chain) {
        return walk(plan, Presence.AS_PLANNED, chain);
    }

    private static ChainWalk walk(TestPlan plan, Presence presence, Chain chain) {
        return new ChainWalk(chain, Matter.ANY, resolver(plan, presence));
    }

    private static Step.Ask ask(Step step) {
        assertThat(step).isInstanceOf(Step.Ask.class);
        return (Step.Ask) step;
    }

    private static List<String> onCall(Resolver resolver, String at) {
        return resolver.resolve(onCallLevel(), Matter.ANY, Set.of(), Instant.parse(at)).asked().stream()
                .map(Asked::person)
                .toList();
    }
}
