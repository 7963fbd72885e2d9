package io.firebreak.roster.coverage;

import io.firebreak.roster.ChainWalk;
import io.firebreak.roster.ChainWalk.Position;
import io.firebreak.roster.ChainWalk.Step;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.Matter;
import io.firebreak.roster.Resolution;
import io.firebreak.roster.Resolution.Asked;
import io.firebreak.roster.Resolution.Skipped;
import io.firebreak.roster.Resolver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A chain that is tried: nobody answers, and each level is asked when its time has come. */
final class ChainTrial implements Trial {

    /** More reasons than this are counted, not told. */
    private static final int TOLD_REASONS = 2;

    private final Line line;
    private final CrisisPlan plan;
    private final Resolver resolver;
    private final MeansDoubts doubts;
    private final Matter matter;
    private final ChainWalk walk;

    ChainTrial(Line line, Matter matter, CrisisPlan plan, Resolver resolver, MeansDoubts doubts) {
        this.matter = matter;
        this.line = line;
        this.plan = plan;
        this.resolver = resolver;
        this.doubts = doubts;
        this.walk = new ChainWalk(line.chain(), matter, resolver);
    }

    /**
     * One level, as it was come to.
     *
     * @param number from 0
     * @param people those who were asked; empty where it was passed over
     * @param at when
     */
    private record Visit(int number, List<Asked> people, Instant at) {}

    @Override
    public Finding at(Instant moment) {
        List<Visit> visits = firstPass(moment);
        List<Visit> asking =
                visits.stream().filter(visit -> !visit.people().isEmpty()).toList();
        // whoever comes on duty later is no help to what happens now: the walk ends where nobody can be asked
        if (asking.isEmpty()) {
            return new Finding(Verdict.RED, nobody(visits));
        }
        List<String> reasons = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>();
        asking.forEach(visit -> visit.people().forEach(asked -> all.add(asked.person())));
        if (all.size() == 1) {
            reasons.add("Only %s can be asked.".formatted(all.iterator().next()));
        }
        visits.stream().filter(visit -> visit.people().isEmpty()).forEach(visit -> reasons.add(emptiness(visit)));
        asking.forEach(visit -> tooFewForTheAnswers(visit).ifPresent(reasons::add));
        tooLate(asking, moment).ifPresent(reasons::add);
        sleeping(asking.get(0)).ifPresent(reasons::add);
        return reasons.isEmpty() ? Finding.GREEN : new Finding(Verdict.THIN, String.join(" ", reasons));
    }

    /** All levels in their order, each once. */
    private List<Visit> firstPass(Instant moment) {
        List<Visit> visits = new ArrayList<>();
        Position position = Position.START;
        Instant at = moment;
        while (visits.size() < line.chain().levels().size()) {
            Step step = walk.next(position, at);
            boolean goesOn = step instanceof Step.Ask && step.position().pass() == 1;
            int reached =
                    goesOn ? step.position().level() : line.chain().levels().size();
            while (visits.size() < reached) {
                visits.add(new Visit(visits.size(), List.of(), at));
            }
            if (goesOn && step instanceof Step.Ask ask) {
                visits.add(new Visit(reached, ask.people(), at));
                at = at.plus(ask.within());
            }
            position = step.position();
        }
        return visits;
    }

    private String nobody(List<Visit> visits) {
        if (visits.isEmpty()) {
            return "Nobody can be asked: the chain has no level.";
        }
        List<Skipped> why = visits.stream()
                .flatMap(visit -> resolve(visit).skipped().stream())
                .distinct()
                .toList();
        return sentences("Nobody can be asked.", told(why));
    }

    /** Why a level has nobody of its own. */
    private String emptiness(Visit visit) {
        int level = visit.number() + 1;
        Resolution resolution = resolve(visit);
        return resolution.asked().isEmpty()
                ? sentences("Level %d comes to nobody.".formatted(level), told(resolution.skipped()))
                : sentences(
                        "Level %d has nobody of its own.".formatted(level),
                        resolution.asked().stream().map(ChainTrial::again));
    }

    private static String again(Asked asked) {
        return asked.insteadOf() == null
                ? "It comes to %s again.".formatted(asked.person())
                : "It comes to %s again, who stands in for %s.".formatted(asked.person(), asked.insteadOf());
    }

    /** As if nobody had been asked before. */
    private Resolution resolve(Visit visit) {
        Level level = line.chain().levels().get(visit.number());
        return resolver.resolve(level, matter, Set.of(), visit.at());
    }

    private static Stream<String> told(List<Skipped> why) {
        return why.size() > TOLD_REASONS
                ? Stream.of("None of %d is on call, at work or represented.".formatted(why.size()))
                : why.stream().map(skipped -> "Not asked is %s: %s.".formatted(skipped.who(), skipped.reason()));
    }

    private static String sentences(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).collect(Collectors.joining(" "));
    }

    private Optional<String> tooFewForTheAnswers(Visit visit) {
        int wanted = line.chain().levels().get(visit.number()).acknowledgements();
        int there = visit.people().size();
        return wanted <= there
                ? Optional.empty()
                : Optional.of(
                        "Level %d wants %d answers and comes to %d.".formatted(visit.number() + 1, wanted, there));
    }

    private Optional<String> tooLate(List<Visit> asking, Instant moment) {
        if (asking.get(0).people().size() > 1 || asking.size() < 2) {
            return Optional.empty();
        }
        Duration second = Duration.between(moment, asking.get(1).at());
        return second.compareTo(line.secondPersonWithin()) <= 0
                ? Optional.empty()
                : Optional.of("A second person is asked after %d min only, and %d min are allowed."
                        .formatted(second.toMinutes(), line.secondPersonWithin().toMinutes()));
    }

    private Optional<String> sleeping(Visit first) {
        List<String> asleep = first.people().stream()
                .flatMap(asked -> plan.person(asked.person()).flatMap(doubts::about).stream())
                .toList();
        if (asleep.size() < first.people().size()) {
            return Optional.empty();
        }
        return Optional.of(
                asleep.size() > TOLD_REASONS
                        ? "None of those who are asked first has a means to be relied on."
                        : String.join(" ", asleep));
    }
}
