package io.firebreak.roster.coverage;

import static io.firebreak.roster.coverage.TrialPlan.at;
import static io.firebreak.roster.coverage.TrialPlan.hours;
import static io.firebreak.roster.coverage.TrialPlan.level;
import static io.firebreak.roster.coverage.TrialPlan.onCall;
import static io.firebreak.roster.coverage.TrialPlan.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firebreak.roster.CrisisPlan.Holidays;
import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the look ahead finds in plans of a few people. The clocks are those of Warsaw. */
class LookAheadTest {

    private static final String WEDNESDAY = "2026-11-25T00:00";

    @Test
    void shouldFindNothingWhereTwoPeopleAreAlwaysThere() {
        // given
        TrialPlan plan = twoRotations();

        // when
        ChainCoverage coverage = onlyLine(plan.lookFrom(WEDNESDAY));

        // then
        assertThat(coverage.title()).isEqualTo("S1 spokesperson");
        assertThat(coverage.stretches())
                .containsExactly(new Stretch(at(WEDNESDAY), at("2026-12-09T00:00"), Verdict.GREEN, null));
    }

    @Test
    void shouldFindTheSaturdayNightOnWhichOnePersonStandsInForTheOther() {
        // given
        TrialPlan plan = twoRotations().away("ben", "2026-11-28T02:00", "2026-11-28T10:00", "ana");

        // when
        ChainCoverage coverage = onlyLine(plan.lookFrom(WEDNESDAY));

        // then
        assertThat(gaps(coverage))
                .containsExactly(
                        new Stretch(
                                at("2026-11-28T02:00"),
                                at("2026-11-28T10:00"),
                                Verdict.THIN,
                                "Only ana can be asked. Level 2 has nobody of its own. It comes to ana again, who stands in for ben."));
    }

    @Test
    void shouldCloseTheGapWhenTheAbsenceIsTakenBack() {
        // given
        TrialPlan plan = twoRotations().away("ben", "2026-11-28T02:00", "2026-11-28T10:00", "ana");
        assertThat(gaps(onlyLine(plan.lookFrom(WEDNESDAY)))).hasSize(1);

        // when
        plan.withoutAbsences();

        // then
        assertThat(gaps(onlyLine(plan.lookFrom(WEDNESDAY)))).isEmpty();
    }

    @Test
    void shouldFindThatTheSamePersonHasBothDuties() {
        // given
        TrialPlan plan = twoRotations().takesOver("ana", "second", "2026-11-28T02:00", "2026-11-28T10:00");

        // when
        ChainCoverage coverage = onlyLine(plan.lookFrom(WEDNESDAY));

        // then
        assertThat(gaps(coverage))
                .extracting(Stretch::reason)
                .containsExactly("Only ana can be asked. Level 2 has nobody of its own. It comes to ana again.");
    }

    @Test
    void shouldSeeWhatComesWhileTheFirstLevelHasItsTime() {
        // given a first level that takes until the second one's hours are over
        TrialPlan plan = new TrialPlan()
                .always("ana")
                .onDuty("ben")
                .rotation("second", "2026-11-01T00:00", Duration.ofDays(1), hours("08:00", "22:00"), "ben")
                .chain("legal", Set.of(), level(30, 1, somebody("ana")), level(10, 1, onCall("second")));

        // when
        ChainCoverage coverage = onlyLine(plan.lookFrom("2026-11-25T12:00"));

        // then
        assertThat(coverage.stretches().get(1))
                .isEqualTo(new Stretch(
                        at("2026-11-25T21:30"),
                        at("2026-11-26T07:30"),
                        Verdict.THIN,
                        "Only ana can be asked. Level 2 comes to nobody."
                                + " Not asked is second: nobody is on call in this rotation then."));
    }

    @Test
    void shouldFindNobodyWhereSomebodyIsAwayWithoutStandIn() {
        // given
        TrialPlan plan = new TrialPlan()
                .always("ana", "ben")
                .chain("legal", Set.of(), level(10, 1, somebody("ana"), somebody("ben")))
                .away("ana", "2026-11-28T00:00", "2026-11-30T00:00", null)
                .away("ben", "2026-11-29T00:00", "2026-12-01T00:00", null);

        // when
        ChainCoverage coverage = onlyLine(plan.lookFrom(WEDNESDAY));

        // then
        assertThat(gaps(coverage))
                .extracting(Stretch::from, Stretch::to, Stretch::verdict)
                .containsExactly(
                        tuple(at("2026-11-28T00:00"), at("2026-11-29T00:00"), Verdict.THIN),
                        tuple(at("2026-11-29T00:00"), at("2026-11-30T00:00"), Verdict.RED),
                        tuple(at("2026-11-30T00:00"), at("2026-12-01T00:00"), Verdict.THIN));
        assertThat(gaps(coverage).get(1).reason())
                .startsWith(
                        "Nobody can be asked. Not asked is ana: away until 2026-11-29T23:00:00Z, and nobody stands in.");
        assertThat(coverage.worst()).isEqualTo(Verdict.RED);
    }

    @Test
    void shouldCallItNobodyAlsoWhereSomebodyComesLater() {
        // given
        TrialPlan plan = new TrialPlan()
                .with(officeHours())
                .working("office", "ana", "ben")
                .chain("legal", Set.of(), somebody("ana"), somebody("ben"));

        // when
        ChainCoverage coverage = onlyLine(plan.lookFrom("2026-11-25T12:00"));

        // then
        assertThat(verdictAt(coverage, "2026-11-26T08:45")).isEqualTo(Verdict.RED);
        assertThat(verdictAt(coverage, "2026-11-26T09:00")).isEqualTo(Verdict.GREEN);
    }

    @Test
    void shouldKeepPublicHolidaysFree() {
        // given
        TrialPlan plan = new TrialPlan()
                .with(officeHours())
                .working("office", "ana", "ben")
                .chain("legal", Set.of(), somebody("ana"), somebody("ben"));

        // when Corpus Christi is the Thursday of the first week
        ChainCoverage coverage = onlyLine(plan.lookFrom("2027-05-24T00:00"));

        // then
        assertThat(verdictAt(coverage, "2027-05-26T12:00")).isEqualTo(Verdict.GREEN);
        assertThat(verdictAt(coverage, "2027-05-27T12:00")).isEqualTo(Verdict.RED);
        assertThat(verdictAt(coverage, "2027-05-28T12:00")).isEqualTo(Verdict.GREEN);
        assertThat(verdictAt(coverage, "2027-06-03T12:00")).isEqualTo(Verdict.GREEN);
    }

    @Test
    void shouldFollowTheClocksWhenTheyChange() {
        // given nights from 22 to 6, and the one of 28 March 2027 is an hour shorter
        TrialPlan plan = new TrialPlan()
                .onDuty("ana", "ben")
                .rotation("first", "2027-03-01T12:00", Duration.ofDays(1), hours("22:00", "06:00"), "ana")
                .rotation("second", "2027-03-01T12:00", Duration.ofDays(1), hours("22:00", "06:00"), "ben")
                .chain("legal", Set.of(), level(10, 1, onCall("first"), onCall("second")));

        // when
        ChainCoverage coverage = onlyLine(plan.lookFrom("2027-03-20T12:00"));

        // then
        Map<Duration, Long> lengths = coverage.stretches().stream()
                .filter(stretch -> stretch.verdict() == Verdict.GREEN)
                .collect(Collectors.groupingBy(
                        stretch -> Duration.between(stretch.from(), stretch.to()), Collectors.counting()));
        assertThat(lengths).containsOnly(Map.entry(Duration.ofHours(8), 13L), Map.entry(Duration.ofHours(7), 1L));
        assertThat(verdictAt(coverage, "2027-03-28T05:45")).isEqualTo(Verdict.GREEN);
        assertThat(verdictAt(coverage, "2027-03-28T06:00")).isEqualTo(Verdict.RED);
    }

    @Test
    void shouldFindARotationThatHasNotBegun() {
        // given
        TrialPlan plan = new TrialPlan()
                .always("ana", "ben")
                .daily("second", "2026-12-01T09:00", "ben")
                .chain("legal", Set.of(), somebody("ana"), onCall("second"));

        // when
        ChainCoverage coverage = onlyLine(plan.lookFrom(WEDNESDAY));

        // then
        assertThat(gaps(coverage)).singleElement().satisfies(gap -> {
            assertThat(gap.to()).isEqualTo(at("2026-12-01T09:00"));
            assertThat(gap.reason()).contains("Level 2 comes to nobody.");
        });
    }

    @Test
    void shouldFindThatTheSecondPersonIsAskedTooLate() {
        // given
        TrialPlan plan = new TrialPlan()
                .always("ana", "ben")
                .chain("legal", Set.of("S1", "S3"), level(40, 1, somebody("ana")), level(10, 1, somebody("ben")));

        // when a second person has to be asked within a quarter of an hour at S1
        List<ChainCoverage> lines =
                plan.lookFrom(WEDNESDAY, (role, severity) -> Duration.ofMinutes("S1".equals(severity) ? 15 : 40));

        // then the chain is too slow for S1 and fast enough for S3
        assertThat(lines).extracting(ChainCoverage::title).containsExactly("S1 legal", "S3 legal");
        assertThat(gaps(lines.get(0)))
                .extracting(Stretch::reason)
                .containsExactly("A second person is asked after 40 min only, and 15 min are allowed.");
        assertThat(gaps(lines.get(1))).isEmpty();
    }

    @Test
    void shouldFindThatTheFirstIsWokenByNothing() {
        // given
        TrialPlan plan = new TrialPlan()
                .tasklistOnly("ana")
                .always("ben")
                .chain("legal", Set.of(), somebody("ana"), somebody("ben"))
                .chain("management", Set.of(), somebody("ben"), somebody("ana"));

        // when
        List<ChainCoverage> lines = plan.lookFrom(WEDNESDAY);

        // then
        assertThat(gaps(lines.get(0)))
                .extracting(Stretch::reason)
                .containsExactly("Only the list of tasks tells ana, and it wakes nobody.");
        assertThat(gaps(lines.get(1))).isEmpty();
    }

    @Test
    void shouldFindThatALevelCanNotGiveTheAnswersItWants() {
        // given
        TrialPlan plan = new TrialPlan()
                .always("ana", "ben")
                .chain("legal", Set.of(), level(10, 2, somebody("ana")), level(10, 1, somebody("ben")));

        // when
        ChainCoverage coverage = onlyLine(plan.lookFrom(WEDNESDAY));

        // then
        assertThat(gaps(coverage))
                .extracting(Stretch::reason)
                .containsExactly("Level 1 wants 2 answers and comes to 1.");
    }

    @Test
    void shouldLookAtEachChainForWhatItIsUsedFor() {
        // given a chain for S1 and one for all the rest
        TrialPlan plan = new TrialPlan()
                .always("ana", "ben")
                .chain("legal", Set.of("S1"), somebody("ana"), somebody("ben"))
                .chain("legal", Set.of(), somebody("ben"), somebody("ana"))
                .chain("legal", Set.of("S2"), somebody("ben"));

        // when
        List<ChainCoverage> lines = plan.lookFrom(WEDNESDAY);

        // then the third is never come to
        assertThat(lines)
                .extracting(ChainCoverage::chain, ChainCoverage::title)
                .containsExactly(
                        tuple("Chain 1", "S1 legal"), tuple("Chain 2", "S2, S3, S4 or severity undecided legal"));
    }

    private static TrialPlan twoRotations() {
        return new TrialPlan()
                .onDuty("ana", "ben")
                .daily("first", "2026-11-01T09:00", "ana")
                .daily("second", "2026-11-01T09:00", "ben")
                .chain("spokesperson", Set.of("S1"), onCall("first"), onCall("second"));
    }

    private static WorkingCalendar officeHours() {
        List<Hours> day = List.of(hours("09:00", "17:00"));
        return new WorkingCalendar(
                "office",
                TrialPlan.WARSAW,
                Arrays.stream(DayOfWeek.values())
                        .filter(each -> each.compareTo(DayOfWeek.SATURDAY) < 0)
                        .collect(Collectors.toMap(each -> each, each -> day)),
                new Holidays("pl", null),
                Set.of());
    }

    private static ChainCoverage onlyLine(List<ChainCoverage> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static List<Stretch> gaps(ChainCoverage coverage) {
        return coverage.stretches().stream()
                .filter(stretch -> stretch.verdict() != Verdict.GREEN)
                .toList();
    }

    private static Verdict verdictAt(ChainCoverage coverage, String time) {
        return coverage.stretches().stream()
                .filter(stretch ->
                        !stretch.from().isAfter(at(time)) && stretch.to().isAfter(at(time)))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
