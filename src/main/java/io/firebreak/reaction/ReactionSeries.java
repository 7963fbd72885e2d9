package io.firebreak.reaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The counts of a case in the order of time, each as mentions per hour. Where two cases were merged and both counted at
 * a time, what the other one counted in it is added, so that the height of the storm is that of both.
 */
public final class ReactionSeries {

    /**
     * @param count as it was entered
     * @param mentionsPerHour of all counts of this time
     * @param negativePercent how many of a hundred of these were against us, rounded
     */
    public record Point(ReactionCount count, double mentionsPerHour, int negativePercent) {

        public Instant from() {
            return count.span().from();
        }

        public Instant to() {
            return count.span().to();
        }
    }

    /** Also for what grew out of nothing. */
    private static final int MOST_PERCENT = 100_000;

    private final List<Point> points;

    private ReactionSeries(List<Point> points) {
        this.points = points;
    }

    static ReactionSeries of(List<ReactionCount> counts) {
        return new ReactionSeries(counts.stream()
                .sorted(Comparator.comparing(
                                (ReactionCount count) -> count.span().to())
                        .thenComparing(count -> count.span().from())
                        .thenComparing(count -> count.reference().toString()))
                .map(count -> point(count, counts))
                .toList());
    }

    private static Point point(ReactionCount count, List<ReactionCount> all) {
        double mentions = 0;
        double negative = 0;
        for (ReactionCount other : all) {
            double part = other.mentionsPerHour() * other.span().hoursWithin(count.span());
            mentions += part;
            negative += part * other.negativeSharePercent() / 100;
        }
        int percent = mentions == 0 ? count.negativeSharePercent() : (int) Math.round(100 * negative / mentions);
        return new Point(count, mentions / count.span().hours(), percent);
    }

    /** Oldest first, by the end of their spans. */
    public List<Point> points() {
        return points;
    }

    /** The highest number of mentions per hour; 0 while nothing is counted. */
    public double peakPerHour() {
        return points.stream().mapToDouble(Point::mentionsPerHour).max().orElse(0);
    }

    /** How high a point is, in percent of the peak; 0 when nothing was said at all. */
    public int percentOfPeak(Point point) {
        return percent(point.mentionsPerHour(), peakPerHour());
    }

    public Optional<Point> latest() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }

    /** The latest point in percent of the one before; null when there is none before. */
    Integer percentOfPrevious() {
        if (points.size() < 2) {
            return null;
        }
        double previous = points.get(points.size() - 2).mentionsPerHour();
        double latest = points.get(points.size() - 1).mentionsPerHour();
        if (previous == 0) {
            return latest == 0 ? 100 : MOST_PERCENT;
        }
        return percent(latest, previous);
    }

    /**
     * For how long the storm has been down without a break: from the beginning of the first of the latest points that
     * are all at or below the share of the peak, to the end of the last.
     */
    Duration calmFor(int calmSharePercent) {
        double line = peakPerHour() * calmSharePercent / 100;
        int first = points.size();
        while (first > 0 && points.get(first - 1).mentionsPerHour() <= line) {
            first--;
        }
        return first == points.size()
                ? Duration.ZERO
                : Duration.between(
                        points.get(first).from(), points.get(points.size() - 1).to());
    }

    /** The mean of mentions per hour of what was counted within the span, weighted by time; empty without a count. */
    public Optional<Double> meanPerHour(TimeSpan span) {
        double hours = 0;
        double mentions = 0;
        for (Point point : points) {
            double common = point.count().span().hoursWithin(span);
            hours += common;
            mentions += common * point.mentionsPerHour();
        }
        return hours == 0 ? Optional.empty() : Optional.of(mentions / hours);
    }

    /** How many of a hundred mentions within the span were against us, rounded; empty without a mention. */
    public Optional<Integer> negativePercent(TimeSpan span) {
        double mentions = 0;
        double negative = 0;
        for (Point point : points) {
            double part = point.count().span().hoursWithin(span) * point.mentionsPerHour();
            mentions += part;
            negative += part * point.negativePercent();
        }
        return mentions == 0 ? Optional.empty() : Optional.of((int) Math.round(negative / mentions));
    }

    private static int percent(double part, double whole) {
        if (whole == 0) {
            return 0;
        }
        return (int) Math.min(Math.round(100 * part / whole), MOST_PERCENT);
    }
}
