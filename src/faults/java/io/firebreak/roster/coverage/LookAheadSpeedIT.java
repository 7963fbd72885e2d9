package io.firebreak.roster.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.notification.Means;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Holidays;
import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.CrisisPlan.Party;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import io.firebreak.roster.Presence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Prints how long the look ahead takes for 50 chains and 500 people. No limit fails the build: machines differ. */
class LookAheadSpeedIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
    private static final Instant BEGIN = Instant.parse("2026-12-18T01:30:00Z");
    private static final int CHAINS = 50;
    private static final int PEOPLE = 500;

    @Test
    void shouldLookTwoWeeksAheadForFiftyChains() {
        // given
        CrisisPlan plan = plan();
        LookAhead lookAhead = new LookAhead(
                plan,
                plan.chains().stream()
                        .map(chain -> new Line(chain, List.of("S1"), Duration.ofMinutes(15)))
                        .toList(),
                Presence.AS_PLANNED,
                MeansDoubts::asPlanned);

        for (int round = 1; round <= 2; round++) {
            // when
            long begin = System.nanoTime();
            List<ChainCoverage> lines = lookAhead.from(BEGIN);

            // then
            System.out.printf(
                    "Look ahead, round %d: %d lines of %d chains, %d people: %d ms%n",
                    round,
                    lines.size(),
                    CHAINS,
                    PEOPLE,
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            assertThat(lines).hasSize(CHAINS);
        }
    }

    /** Each chain: a rotation of ten, then ten who work in the office, then everybody with a role of fifty. */
    private static CrisisPlan plan() {
        Map<String, PlannedPerson> people = new LinkedHashMap<>();
        IntStream.range(0, PEOPLE).forEach(number -> people.put("p" + number, person(number)));
        Map<String, Rotation> rotations = new LinkedHashMap<>();
        IntStream.range(0, CHAINS).forEach(number -> rotations.put("rotation" + number, rotation(number)));
        List<Chain> chains =
                IntStream.range(0, CHAINS).mapToObj(LookAheadSpeedIT::chain).toList();
        WorkingCalendar office = new WorkingCalendar(
                "office",
                ZONE,
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                        .collect(Collectors.toMap(
                                day -> day, day -> List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))))),
                new Holidays("pl", null),
                Set.of());
        return new CrisisPlan(
                List.of(),
                people,
                Map.of("office", office),
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

    private static PlannedPerson person(int number) {
        return new PlannedPerson(
                "p" + number,
                Set.of("role" + number % 10),
                Set.of(),
                List.of("en"),
                ZONE,
                "office",
                Reachable.WORKING_HOURS,
                List.of(new Means(Means.Kind.EMAIL, null, null, null)),
                "p" + (number + 1) % PEOPLE);
    }

    private static Rotation rotation(int number) {
        List<String> ten = IntStream.range(0, 10)
                .mapToObj(each -> "p" + (number * 10 + each))
                .toList();
        return new Rotation(
                "rotation" + number,
                ZONE,
                ten,
                LocalDateTime.parse("2026-11-01T09:00"),
                Duration.ofDays(1),
                Set.of(),
                null);
    }

    private static Chain chain(int number) {
        List<Party> ten = IntStream.range(0, 10)
                .mapToObj(each -> (Party) new Party.Somebody("p" + (number * 10 + each)))
                .toList();
        List<Level> levels = List.of(
                new Level(List.of(new Party.OnCall("rotation" + number)), Duration.ofMinutes(10), 1),
                new Level(ten, Duration.ofMinutes(10), 1),
                new Level(List.of(new Party.Everybody("role" + number % 10)), Duration.ofMinutes(10), 1));
        return new Chain("chain" + number, "duty" + number, Set.of(), levels, Duration.ofMinutes(5));
    }
}
