package io.firebreak.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.roster.ChainWalk.Position;
import io.firebreak.roster.ChainWalk.Step;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.Resolution.Asked;
import io.firebreak.roster.Resolution.Skipped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every plan, at every moment: tried with worlds that are made up, against {@link NaiveRoster}. */
class ChainOfCommandPropertiesTest {

    private static final int STEPS = 12;
    private static final Duration STRIDE = Duration.ofMinutes(100);

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.all();
    }

    @Property(tries = 1_000)
    void shouldAskExactlyThoseOfALevelWhoCanBeAsked(@ForAll("worlds") World world) {
        NaiveRoster naive = new NaiveRoster(world, world.at());
        for (Level level : world.chain().levels()) {
            Resolution resolution = world.resolver().resolve(level, world.matter(), world.asked(), world.at());

            assertThat(peopleOf(resolution.asked())).isEqualTo(naive.toAsk(level, world.asked()));
            assertThat(resolution.asked()).hasSameSizeAs(peopleOf(resolution.asked()));
            assertEverybodyIsAccountedFor(resolution, naive.named(level));
        }
    }

    /**
     * From any moment: at each step somebody who can be reached is asked at once, or the chain is said to be broken, at
     * once or at the latest when the time of all levels is over. It never comes back to where it was.
     */
    @Property(tries = 500)
    void shouldNeverFallSilent(@ForAll("worlds") World world) {
        ChainWalk walk = world.walk();
        Position position = Position.START;
        Instant at = world.at();
        Instant passBegan = at;
        for (int number = 0; number < STEPS; number++) {
            Step step = walk.next(position, at);
            assertThat(place(step.position())).isGreaterThan(place(position));
            if (step.position().pass() > position.pass()) {
                assertThat(Duration.between(passBegan, at)).isLessThanOrEqualTo(promised(world, position.pass()));
            }
            Instant now = at;
            at = at.plus(
                    step instanceof Step.Ask ask ? checkAsk(world, position, ask, at) : checkNobody(world, step, at));
            if (step.position().pass() > position.pass()) {
                passBegan = step instanceof Step.Ask ? now : at;
            }
            position = step.position();
        }
    }

    @Property(tries = 500)
    void shouldSayUntilWhenSomebodyCanBeReached(@ForAll("worlds") World world) {
        Resolver resolver = world.resolver();
        for (String person : List.of("anna", "bruno", "stranger")) {
            Instant end = resolver.reachableUntil(person, world.at())
                    .orElse(world.at().plus(Duration.ofDays(2)));

            // now and then up to the end, and the minutes beside it
            Instant last = end.minus(Duration.ofMinutes(1));
            for (Instant at = world.at(); !at.isAfter(last) && isWithinDays(world, at); at = at.plus(STRIDE)) {
                assertThat(new NaiveRoster(world, at).isReachable(person)).isTrue();
            }
            if (isWithinDays(world, end)
                    && resolver.reachableUntil(person, world.at()).isPresent()) {
                assertThat(new NaiveRoster(world, end).isReachable(person)).isFalse();
                assertThat(end.equals(world.at()) || new NaiveRoster(world, last).isReachable(person))
                        .isTrue();
            }
        }
    }

    @Property(tries = 200)
    void shouldLayOutShiftsAsTheyAreAtEachMoment(@ForAll("worlds") World world) {
        Resolver resolver = world.resolver();
        for (String rotation : resolver.rotations()) {
            List<Shift> shifts =
                    resolver.shifts(rotation, world.at(), world.at().plus(Duration.ofDays(9)));
            for (int number = 0; number < 9 * 24; number += 13) {
                Instant at = world.at().plus(Duration.ofHours(number));
                NaiveRoster naive = new NaiveRoster(world, at);
                Optional<Shift> shift = shifts.stream()
                        .filter(each -> new Span(each.from(), each.to()).covers(at))
                        .findFirst();

                assertThat(shift.map(Shift::person).orElse(null)).isEqualTo(naive.onCall(rotation));
                shift.ifPresent(each -> assertThat(each.acting()).isEqualTo(naive.acting(each.person())));
            }
        }
    }

    /** The same question asked by many levels at once comes to the same: nothing is remembered between questions. */
    @Property(tries = 200)
    void shouldAnswerByItsInputsAlone(@ForAll("worlds") World world) {
        Resolver resolver = world.resolver();
        Level level = world.chain().levels().get(0);
        Resolution first = resolver.resolve(level, world.matter(), world.asked(), world.at());
        resolver.resolve(level, world.matter(), Set.of(), world.at().plus(Duration.ofDays(1)));

        assertThat(resolver.resolve(level, world.matter(), world.asked(), world.at()))
                .isEqualTo(first);
        assertThat(world.resolver().resolve(level, world.matter(), world.asked(), world.at()))
                .isEqualTo(first);
    }

    private static Duration checkAsk(World world, Position before, Step.Ask ask, Instant at) {
        NaiveRoster naive = new NaiveRoster(world, at);
        boolean sameFirst = ask.position().pass() == before.pass();
        Set<String> askedBefore = sameFirst ? before.asked() : Set.of();
        Level level = world.chain().levels().get(ask.position().level());

        assertThat(ask.people()).isNotEmpty();
        assertThat(peopleOf(ask.people()))
                .isEqualTo(naive.toAsk(level, askedBefore))
                .allMatch(naive::isReachable)
                .noneMatch(askedBefore::contains);
        assertThat(ask.position().asked()).isEqualTo(union(askedBefore, peopleOf(ask.people())));
        assertThat(ask.broken()).isEqualTo(ask.position().pass() > 1 && (!sameFirst || before.level() < 0));
        assertThat(ask.within())
                .isEqualTo(
                        ask.position().pass() == 1
                                ? level.within()
                                : shorter(level, world.chain().again()));
        assertPassedOverWithAReason(world, before, ask, naive);
        return ask.within();
    }

    private static Duration checkNobody(World world, Step step, Instant at) {
        NaiveRoster naive = new NaiveRoster(world, at);
        assertThat(world.chain().levels())
                .allMatch(level -> naive.toAsk(level, Set.of()).isEmpty());
        assertThat(step.position().level()).isNegative();
        assertThat(step.position().asked()).isEmpty();
        assertThat(step.skipped())
                .extracting(Skipped::who)
                .containsAll(levelNames(0, world.chain().levels().size()));
        Duration again = ((Step.Nobody) step).again();
        assertThat(again).isPositive();
        return again;
    }

    /** Levels between the one that was asked before and the one that is asked now are empty, and each says so. */
    private static void assertPassedOverWithAReason(World world, Position before, Step.Ask ask, NaiveRoster naive) {
        List<Level> levels = world.chain().levels();
        boolean samePass = ask.position().pass() == before.pass();
        int end = samePass ? ask.position().level() : levels.size();
        Set<String> passedOver = new HashSet<>(levelNames(before.level() + 1, end));
        for (int number = before.level() + 1; number < end; number++) {
            assertThat(naive.toAsk(levels.get(number), before.asked())).isEmpty();
        }
        if (!samePass) {
            passedOver.addAll(levelNames(0, ask.position().level()));
            for (int number = 0; number < ask.position().level(); number++) {
                assertThat(naive.toAsk(levels.get(number), Set.of())).isEmpty();
            }
        }
        assertThat(ask.skipped().stream().map(Skipped::who).filter(who -> who.startsWith("level ")))
                .containsAll(passedOver);
        assertThat(ask.skipped()).noneMatch(skipped -> skipped.reason().isBlank());
    }

    private static void assertEverybodyIsAccountedFor(Resolution resolution, Set<String> named) {
        Set<String> accounted = peopleOf(resolution.asked());
        resolution.asked().stream()
                .map(Asked::insteadOf)
                .filter(Objects::nonNull)
                .forEach(accounted::add);
        resolution.skipped().forEach(skipped -> accounted.add(skipped.who()));
        assertThat(accounted).containsAll(named);
        assertThat(resolution.asked()).allMatch(asked -> !asked.because().isBlank());
        assertThat(resolution.asked().isEmpty() && resolution.skipped().isEmpty())
                .isFalse();
    }

    /** How long a pass takes at most. */
    private static Duration promised(World world, int pass) {
        return world.chain().levels().stream()
                .map(level -> pass == 1
                        ? level.within()
                        : shorter(level, world.chain().again()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration shorter(Level level, Duration again) {
        return again.compareTo(level.within()) < 0 ? again : level.within();
    }

    private static List<String> levelNames(int from, int to) {
        return IntStream.range(from, Math.max(from, to))
                .mapToObj(number -> "level " + (number + 1))
                .toList();
    }

    /** Grows from step to step. */
    private static long place(Position position) {
        return position.pass() * 1_000L + position.level();
    }

    private static boolean isWithinDays(World world, Instant at) {
        return at.isBefore(world.at().plus(Duration.ofDays(2)));
    }

    private static Set<String> peopleOf(List<Asked> asked) {
        Set<String> people = new TreeSet<>();
        asked.forEach(each -> people.add(each.person()));
        return people;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
