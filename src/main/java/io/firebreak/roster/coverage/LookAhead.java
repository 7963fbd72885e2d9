package io.firebreak.roster.coverage;

import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.Presence;
import io.firebreak.roster.Resolver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Tries all chains of command of a plan for every quarter of an hour of the days to come, as if a task began to wait then.
 * A function of its inputs alone; it asks exactly what a running chain would ask.
 */
final class LookAhead {

    /** How long ahead is looked. */
    static final Duration AHEAD = Duration.ofDays(14);

    static final Duration STEP = Duration.ofMinutes(15);
    private static final int STEPS = (int) AHEAD.dividedBy(STEP);

    private final List<Line> lines;
    private final CrisisPlan plan;
    private final Presence presence;
    private final Resolver resolver;
    private final MeansDoubts doubts;

    LookAhead(CrisisPlan plan, List<Line> lines, Presence presence, MeansDoubts doubts) {
        this.plan = plan;
        this.lines = lines;
        this.presence = presence;
        this.resolver = new Resolver(plan, presence);
        this.doubts = doubts;
    }

    /**
     * @param now the first quarter of an hour is the one that holds it
     */
    List<ChainCoverage> from(Instant now) {
        Instant begin = quarter(now);
        // a chain may still wait when the last quarter has passed
        Instant end = begin.plus(AHEAD).plus(Duration.ofDays(1));
        ChangePoints changes = new ChangePoints(plan, presence, resolver, begin, end);
        return lines.stream().map(line -> look(line, begin, changes)).toList();
    }

    /** The begin of the quarter of an hour that holds a moment. */
    static Instant quarter(Instant moment) {
        long step = STEP.getSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), step) * step);
    }

    private ChainCoverage look(Line line, Instant begin, ChangePoints changes) {
        Trial trial = AreaTrials.of(line.chain(), plan, matter -> new ChainTrial(line, matter, plan, resolver, doubts));
        BitSet steps = changes.stepsToTry(line.chain().levels(), begin, STEP, STEPS);
        List<Stretch> stretches = new ArrayList<>();
        Instant from = begin;
        Finding current = trial.at(begin);
        for (int number = steps.nextSetBit(1); number >= 0; number = steps.nextSetBit(number + 1)) {
            Instant at = begin.plus(STEP.multipliedBy(number));
            Finding next = trial.at(at);
            if (!next.equals(current)) {
                stretches.add(new Stretch(from, at, current.verdict(), current.reason()));
                from = at;
                current = next;
            }
        }
        stretches.add(new Stretch(from, begin.plus(AHEAD), current.verdict(), current.reason()));
        return new ChainCoverage(line.chain().name(), line.chain().role(), line.severities(), List.copyOf(stretches));
    }
}
