package io.firebreak.review;

import io.firebreak.reaction.ReactionList;
import io.firebreak.reaction.ReactionList.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The reactions as a picture: a bar for each count, as wide as its time and as high as its mentions per hour, the part
 * against us hatched; dashed lines where the holding statement and the statement went out. Lengths are in the picture's
 * own units.
 *
 * @param bars in the order of time
 * @param lines none where nothing went out in the time of the counts
 */
public record ReactionChart(List<Bar> bars, List<Line> lines) {

    static final int WIDTH = 720;
    static final int HEIGHT = 240;
    private static final int LEFT = 60;
    private static final int TOP = 30;

    /** A bar and its negative part, both standing on the same ground. */
    public record Bar(int x, int y, int width, int height, int negativeY, int negativeHeight) {}

    /**
     * @param label what happened there
     * @param labelY so that two labels do not meet
     */
    public record Line(int x, String label, int labelY) {}

    /** The ground on which bars stand. */
    public int ground() {
        return TOP + HEIGHT;
    }

    public int top() {
        return TOP;
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return LEFT + WIDTH;
    }

    /**
     * @param reaction with at least one count
     */
    static ReactionChart of(ImpactReport.Reaction reaction) {
        ReactionList counted = reaction.counted();
        Instant begin = counted.counts().stream()
                .map(Counted::from)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant end = counted.counts().stream()
                .map(Counted::to)
                .max(Instant::compareTo)
                .orElseThrow();
        Scale scale = new Scale(begin, end, counted.peakPerHour());
        return new ReactionChart(
                counted.counts().stream().map(scale::bar).toList(),
                List.of(
                                new Moment(reaction.holdingAt(), "Holding statement", TOP - 16),
                                new Moment(reaction.statementAt(), "Statement", TOP - 4))
                        .stream()
                        .map(scale::line)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private record Moment(Instant at, String label, int labelY) {}

    private record Scale(Instant begin, Instant end, double peak) {

        Bar bar(Counted count) {
            int from = x(count.from());
            int height = peak == 0 ? 0 : (int) Math.round(HEIGHT * count.mentionsPerHour() / peak);
            int negative = (int) Math.round(height * count.negativeSharePercent() / 100.0);
            int ground = TOP + HEIGHT;
            return new Bar(
                    from, ground - height, Math.max(1, x(count.to()) - from), height, ground - negative, negative);
        }

        Line line(Moment moment) {
            if (moment.at() == null
                    || moment.at().isBefore(begin)
                    || moment.at().isAfter(end)) {
                return null;
            }
            return new Line(x(moment.at()), moment.label(), moment.labelY());
        }

        private int x(Instant at) {
            double whole = Duration.between(begin, end).toMillis();
            return LEFT + (int) Math.round(WIDTH * Duration.between(begin, at).toMillis() / whole);
        }
    }
}
