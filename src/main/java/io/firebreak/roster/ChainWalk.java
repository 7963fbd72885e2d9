package io.firebreak.roster;

import io.firebreak.roster.CrisisPlan.Chain;
import io.firebreak.roster.CrisisPlan.Level;
import io.firebreak.roster.Resolution.Asked;
import io.firebreak.roster.Resolution.Skipped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a chain of command does next. A function of its inputs alone, so that a chain that runs and one that is tried
 * for next week do the same.
 *
 * <p>Levels to which nobody comes are passed over at once. After the last level the next pass begins from the top, with
 * less time for each. It has no end: as long as it is asked, it says what is next.
 */
public final class ChainWalk {

    private final Chain chain;
    private final Matter matter;
    private final Resolver resolver;

    public ChainWalk(Chain chain, Matter matter, Resolver resolver) {
        this.chain = chain;
        this.matter = matter;
        this.resolver = resolver;
    }

    /**
     * Where a chain stands.
     *
     * @param pass from 1
     * @param level from 0; -1 before the first
     * @param asked user ids of those asked in this pass
     */
    public record Position(int pass, int level, Set<String> asked) {

        /** Before anybody is asked. */
        public static final Position START = new Position(1, -1, Set.of());

        public Position {
            asked = Set.copyOf(asked);
        }

        Position at(int reached, List<Asked> people) {
            Set<String> all = new HashSet<>(asked);
            people.forEach(each -> all.add(each.person()));
            return new Position(pass, reached, all);
        }

        Position nextPass() {
            return new Position(pass + 1, -1, Set.of());
        }
    }

    /** What comes next. */
    public sealed interface Step {

        /** Where the chain stands after it. */
        Position position();

        /** People, rotations and levels passed over on the way, each with a reason. */
        List<Skipped> skipped();

        /**
         * Somebody is asked.
         *
         * @param people never empty; none of them was asked before in this pass
         * @param acknowledgements how many have to answer before the chain rests; it can be more than are asked, and
         *     then it goes on in any case
         * @param within how long they have
         * @param broken whether this begins a pass from the top because the one before brought no answer
         */
        record Ask(
                Position position,
                List<Asked> people,
                int acknowledgements,
                Duration within,
                boolean broken,
                List<Skipped> skipped)
                implements Step {}

        /**
         * In a whole pass there is nobody who could be asked: the chain is broken.
         *
         * @param position before the first level of the pass to come
         * @param again how long until it is worth a look again
         */
        record Nobody(Position position, Duration again, List<Skipped> skipped) implements Step {}
    }

    /**
     * What comes after the level at this position got no answer, or too few, in its time; or at the start.
     *
     * @param at when it is asked: whoever can be reached then is asked
     */
    public Step next(Position position, Instant at) {
        List<Skipped> skipped = new ArrayList<>();
        Step.Ask ask = firstAfter(position, at, skipped);
        Position top = position;
        if (ask == null && position.level() >= 0) {
            top = position.nextPass();
            ask = firstAfter(top, at, skipped);
        }
        return ask != null ? ask : new Step.Nobody(top.nextPass(), chain.again(), List.copyOf(skipped));
    }

    /** The question of the next level of the same pass to which anybody comes; null where there is none. */
    private Step.Ask firstAfter(Position position, Instant at, List<Skipped> skipped) {
        for (int number = position.level() + 1; number < chain.levels().size(); number++) {
            Level level = chain.levels().get(number);
            Resolution resolution = resolver.resolve(level, matter, position.asked(), at);
            skipped.addAll(resolution.skipped());
            if (!resolution.asked().isEmpty()) {
                return question(position, number, level, resolution.asked(), skipped);
            }
            skipped.add(new Skipped("level %d".formatted(number + 1), "nobody of it can be asked"));
        }
        return null;
    }

    private Step.Ask question(Position before, int number, Level level, List<Asked> people, List<Skipped> skipped) {
        boolean broken = before.pass() > 1 && before.level() < 0;
        return new Step.Ask(
                before.at(number, people),
                people,
                level.acknowledgements(),
                within(level, before.pass()),
                broken,
                List.copyOf(skipped));
    }

    private Duration within(Level level, int pass) {
        boolean shorter = pass > 1 && chain.again().compareTo(level.within()) < 0;
        return shorter ? chain.again() : level.within();
    }
}
