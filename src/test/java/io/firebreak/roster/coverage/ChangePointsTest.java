package io.firebreak.roster.coverage;

import static io.firebreak.roster.coverage.TrialPlan.at;
import static io.firebreak.roster.coverage.TrialPlan.hours;
import static io.firebreak.roster.coverage.TrialPlan.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.roster.CrisisPlan.Holidays;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import io.firebreak.roster.Matter;
import io.firebreak.roster.Resolver;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The look ahead tries few moments of many; here all are tried, and nothing else must come of it. */
class ChangePointsTest {

    private static final List<String> PEOPLE = List.of("ana", "ben", "cleo", "dora", "emil");
    private static final List<String> TIMES = List.of("00:00", "02:30", "07:10", "09:00", "17:45", "22:00");

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-20T00:00", "2026-10-20T11:07", "2026-12-18T23:59"})
    void shouldFindTheSameAsIfEachQuarterOfAnHourWereTried(String begin) {
        for (int seed = 1; seed <= 5; seed++) {
            // given
            Random random = new Random(seed);
            TrialPlan plan = randomPlan(random, begin);

            // when
            List<ChainCoverage> lines = plan.lookFrom(begin);

            // then
            assertThat(lines).as("plan of seed %d", seed).isEqualTo(eachQuarter(plan, begin));
        }
    }

    private static List<ChainCoverage> eachQuarter(TrialPlan trialPlan, String begin) {
        Resolver resolver = new Resolver(trialPlan.plan(), trialPlan.presence());
        long quarter = Duration.ofMinutes(15).getSeconds();
        Instant first = Instant.ofEpochSecond(at(begin).getEpochSecond() / quarter * quarter);
        return trialPlan.lines((role, severity) -> Duration.ofMinutes(30)).stream()
                .map(line -> {
                    ChainTrial trial =
                            new ChainTrial(line, Matter.ANY, trialPlan.plan(), resolver, MeansDoubts::asPlanned);
                    List<Stretch> stretches = new ArrayList<>();
                    for (int number = 0; number < 14 * 24 * 4; number++) {
                        Instant from = first.plusSeconds(number * quarter);
                        add(stretches, from, from.plusSeconds(quarter), trial.at(from));
                    }
                    return new ChainCoverage(line.chain().name(), line.chain().role(), line.severities(), stretches);
                })
                .toList();
    }

    private static void add(List<Stretch> stretches, Instant from, Instant to, Finding finding) {
        Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        boolean goesOn = last != null && new Finding(last.verdict(), last.reason()).equals(finding);
        if (goesOn) {
            stretches.remove(stretches.size() - 1);
        }
        stretches.add(new Stretch(goesOn ? last.from() : from, to, finding.verdict(), finding.reason()));
    }

    private static TrialPlan randomPlan(Random random, String begin) {
        TrialPlan plan = new TrialPlan()
                .always("ana")
                .onDuty("ben", "cleo")
                .working("office", "dora", "emil")
                .with(new WorkingCalendar(
                        "office",
                        TrialPlan.WARSAW,
                        Arrays.stream(DayOfWeek.values())
                                .filter(day -> random.nextInt(4) > 0)
                                .collect(Collectors.toMap(
                                        day -> day, day -> List.of(hours(oneOf(random, TIMES), oneOf(random, TIMES))))),
                        new Holidays("pl", null),
                        Set.of()));
        for (String rotation : List.of("first", "second")) {
            plan.rotation(
                    rotation,
                    LocalDateTime.parse(begin)
                            .plusHours(random.nextInt(200) - 150)
                            .toString(),
                    Duration.ofHours(List.of(7, 12, 24, 168).get(random.nextInt(4))),
                    random.nextBoolean() ? null : hours(oneOf(random, TIMES), oneOf(random, TIMES)),
                    oneOf(random, PEOPLE),
                    oneOf(random, PEOPLE));
        }
        for (int number = random.nextInt(4); number > 0; number--) {
            String from = minutesLater(random, begin);
            plan.away(
                    oneOf(random, PEOPLE),
                    from,
                    minutesLater(random, from),
                    random.nextBoolean() ? null : oneOf(random, PEOPLE));
            plan.takesOver(oneOf(random, PEOPLE), "first", from, minutesLater(random, from));
        }
        return plan.chain("legal", Set.of(), levels(random)).chain("management", Set.of("S1"), levels(random));
    }

    private static Level[] levels(Random random) {
        List<Party> parties = List.of(
                new Party.OnCall("first"),
                new Party.OnCall("second"),
                new Party.Somebody("ana"),
                new Party.Somebody("dora"),
                new Party.Somebody("emil"));
        return random.ints(1 + random.nextInt(4), 0, parties.size())
                .mapToObj(party -> level(5 + 5 * random.nextInt(20), 1 + random.nextInt(2), parties.get(party)))
                .toArray(Level[]::new);
    }

    private static String minutesLater(Random random, String time) {
        return LocalDateTime.parse(time).plusMinutes(1 + random.nextInt(10_000)).toString();
    }

    private static String oneOf(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
