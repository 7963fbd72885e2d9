package io.firebreak.reaction;

import java.time.Instant;
import java.util.List;

/**
 * The counts of a case as they are shown, oldest first.
 *
 * @param peakPerHour the most mentions per hour
 */
public record ReactionList(double peakPerHour, List<Counted> counts) {

    /**
     * @param reference the case for which it was counted
     * @param mentionsPerHour with what a merged case counted at the same time; to a tenth
     */
    public record Counted(
            String reference,
            Instant from,
            Instant to,
            long mentions,
            int negativeSharePercent,
            double mentionsPerHour,
            int percentOfPeak,
            String enteredBy,
            Instant enteredAt,
            ReactionSource source,
            String correctionReason) {

        private static Counted of(ReactionSeries.Point point, ReactionSeries series) {
            ReactionCount count = point.count();
            return new Counted(
                    count.reference().toString(),
                    point.from(),
                    point.to(),
                    count.mentions(),
                    count.negativeSharePercent(),
                    rounded(point.mentionsPerHour()),
                    series.percentOfPeak(point),
                    count.enteredBy(),
                    count.enteredAt(),
                    count.source(),
                    count.correctionReason());
        }
    }

    public static ReactionList of(ReactionSeries series) {
        return new ReactionList(
                rounded(series.peakPerHour()),
                series.points().stream().map(point -> Counted.of(point, series)).toList());
    }

    private static double rounded(double perHour) {
        return Math.round(perHour * 10) / 10.0;
    }
}
