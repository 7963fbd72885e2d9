package io.firebreak.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.notification.Means;
import io.firebreak.roster.Absence;
import io.firebreak.roster.ChainWalk;
import io.firebreak.roster.ChainWalk.Position;
import io.firebreak.roster.ChainWalk.Step;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Holidays;
import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.roster.CrisisPlan.Retention;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import io.firebreak.roster.Matter;
import io.firebreak.roster.Presence;
import io.firebreak.roster.Resolver;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How long it takes to know who is next, in a house that is larger than any. No database has a part in it. */
@Tag("benchmark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterSpeedIT {

    private static final int PEOPLE = 500;
    private static final int ROTATIONS = 50;
    private static final int ABSENCES = 2_000;
    private static final int CHAINS = 50;
    private static final int HOURS = 14 * 24;
    private static final int ROUNDS = 2_000;
    private static final int WARM_UP = 500;
    private static final Instant BEGIN = Instant.parse("2026-10-19T00:00:00Z");
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/Warsaw"), ZoneId.of("Europe/Madrid"), ZoneId.of("America/New_York"));

    private final Report report = Report.ofBenchmarks();
    private final Random random = new Random(1);

    @BeforeAll
    void begin() {
        report.say("# Who is next: %d people, %d rotations, %,d absences", PEOPLE, ROTATIONS, ABSENCES);
    }

    @Test
    void shouldKnowAtOnceWhoIsNext() {
        // given
        CrisisPlan plan = plan();
        Presence presence = presence();
        Resolver resolver = new Resolver(plan, presence);
        List<Duration> steps = new ArrayList<>();
        List<Duration> anew = new ArrayList<>();

        // when
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            Chain chain = plan.chains().get(round % CHAINS);
            Instant at = BEGIN.plus(Duration.ofMinutes(random.nextInt(HOURS * 60)));
            ChainWalk walk = new ChainWalk(chain, Matter.ANY, resolver);
            Duration step = time(() -> walk.next(Position.START, at));
            Duration fromNothing =
                    time(() -> new ChainWalk(chain, Matter.ANY, new Resolver(plan, presence)).next(Position.START, at));
            if (round >= WARM_UP) {
                steps.add(step);
                anew.add(fromNothing);
            }
        }

        // then
        report.say("- next step of a chain: %s", spread(steps));
        report.say("- the same with plan and entries taken in anew: %s", spread(anew));
        assertThat(steps.stream().sorted().toList().get(ROUNDS / 2)).isLessThan(Duration.ofMillis(50));
    }

    /** Every chain, every hour of two weeks, from the top to the end of a pass: what the check of a night asks. */
    @Test
    void shouldLookTwoWeeksAheadInSeconds() {
        // given
        CrisisPlan plan = plan();
        Resolver resolver = new Resolver(plan, presence());
        List<Duration> runs = new ArrayList<>();
        int[] questions = new int[1];

        // when
        for (int run = 0; run < 3; run++) {
            questions[0] = 0;
            runs.add(time(() -> questions[0] += lookAhead(plan, resolver)));
        }

        // then
        report.say("- %d chains, each hour of 14 days, %,d steps: %s", CHAINS, questions[0], spread(runs));
        assertThat(questions[0]).isGreaterThanOrEqualTo(CHAINS * HOURS);
    }

    private static int lookAhead(CrisisPlan plan, Resolver resolver) {
        int questions = 0;
        for (Chain chain : plan.chains()) {
            ChainWalk walk = new ChainWalk(chain, Matter.ANY, resolver);
            for (int hour = 0; hour < HOURS; hour++) {
                questions += walkOnePass(walk, BEGIN.plus(Duration.ofHours(hour)));
            }
        }
        return questions;
    }

    private static int walkOnePass(ChainWalk walk, Instant begin) {
        int questions = 0;
        Instant at = begin;
        Position position = Position.START;
        while (position.pass() == 1) {
            Step step = walk.next(position, at);
            at = step instanceof Step.Ask ask ? at.plus(ask.within()) : at;
            position = step.position();
            questions++;
        }
        return questions;
    }

    private CrisisPlan plan() {
        Map<String, PlannedPerson> people = new LinkedHashMap<>();
        IntStream.range(0, PEOPLE).forEach(number -> people.put(person(number), planned(number)));
        Map<String, WorkingCalendar> calendars = new LinkedHashMap<>();
        ZONES.forEach(zone -> calendars.put(zone.getId(), calendar(zone)));
        Map<String, Rotation> rotations = new LinkedHashMap<>();
        IntStream.range(0, ROTATIONS).forEach(number -> rotations.put("rotation" + number, rotation(number)));
        List<Chain> chains = IntStream.range(0, CHAINS).mapToObj(this::chain).toList();
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
                new Retention(Duration.ofDays(90), Duration.ofDays(90)));
    }

    /** Ten of them have each role. */
    private PlannedPerson planned(int number) {
        return new PlannedPerson(
                person(number),
                Set.of("role" + number % CHAINS),
                Set.of(),
                List.of("en"),
                ZONES.get(number % ZONES.size()),
                ZONES.get(number % ZONES.size()).getId(),
                number % 20 == 0 ? Reachable.ALWAYS : Reachable.WORKING_HOURS,
                List.of(new Means(Means.Kind.EMAIL, null, null, null)),
                person((number + 1) % PEOPLE));
    }

    private static WorkingCalendar calendar(ZoneId zone) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() < DayOfWeek.SATURDAY.getValue()) {
                week.put(day, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))));
            }
        }
        return new WorkingCalendar(zone.getId(), zone, week, new Holidays("pl", null), Set.of());
    }

    private Rotation rotation(int number) {
        List<String> people = IntStream.range(0, 8)
                .mapToObj(turn -> person(random.nextInt(PEOPLE)))
                .toList();
        return new Rotation(
                "rotation" + number,
                ZONES.get(number % ZONES.size()),
                people,
                LocalDateTime.of(2026, 1, 5, 9, 0),
                Duration.ofDays(7),
                Set.of(),
                null);
    }

    private Chain chain(int number) {
        return new Chain(
                "chain" + number,
                "role" + number,
                Set.of(),
                List.of(
                        level(new Party.OnCall("rotation" + number % ROTATIONS)),
                        level(new Party.Everybody("role" + number)),
                        level(
                                new Party.OnCall("rotation" + (number + 1) % ROTATIONS),
                                new Party.Everybody("role" + (number + 1) % CHAINS))),
                Duration.ofMinutes(5));
    }

    private static Level level(Party... parties) {
        return new Level(List.of(parties), Duration.ofMinutes(15), 1);
    }

    /** Each of up to ten days, in the quarter around the two weeks. */
    private Presence presence() {
        List<Absence> absences = new ArrayList<>();
        for (int number = 0; number < ABSENCES; number++) {
            Instant from = BEGIN.plus(Duration.ofHours(random.nextInt(90 * 24) - 30 * 24));
            absences.add(new Absence(
                    UUID.randomUUID(),
                    person(random.nextInt(PEOPLE)),
                    from,
                    from.plus(Duration.ofHours(1 + random.nextInt(240))),
                    number % 2 == 0 ? person(random.nextInt(PEOPLE)) : null));
        }
        return new Presence(absences, List.of());
    }

    private static String person(int number) {
        return "person" + number;
    }

    private static Duration time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String spread(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return "min %.3f ms, median %.3f ms, max %.3f ms"
                .formatted(ms(sorted.get(0)), ms(sorted.get(sorted.size() / 2)), ms(sorted.get(sorted.size() - 1)));
    }

    private static double ms(Duration time) {
        return time.toNanos() / 1e6;
    }

    @AfterAll
    void end() {
        report.say("");
    }
}
