package io.firebreak.reaction;

/**
 * The facts about the reactions that the table {@code ReactionTrend} asks for.
 *
 * @param counted whether there is a count of the time since the last look
 * @param percentOfPeak the latest count in percent of the case's own peak; null while nothing is counted
 * @param percentOfPrevious in percent of the count before; null when it can't be compared
 * @param negativeSharePercent of the latest count; null while nothing is counted
 * @param calmForPercent for which share of the calm period the storm has been down; more than 100 when it is over
 */
public record Trend(
        boolean counted,
        Integer percentOfPeak,
        Integer percentOfPrevious,
        Integer negativeSharePercent,
        int calmForPercent) {}
