package io.firebreak.wording.comparison;

import java.math.BigDecimal;

/**
 * How much or how many.
 *
 * @param unit {@code %}, an ISO 4217 currency, {@code minutes} for any span of time up to weeks, {@code months} or
 *     {@code years}; empty where things are counted or a unit stands that is not known
 * @param bound whether the text says exactly so
 * @param spelled whether it is written in words
 * @param year whether it is written as the number of a year is
 */
record Quantity(BigDecimal value, String unit, Bound bound, boolean spelled, boolean year) implements Figure {

    static final String PLAIN = "";

    private static final BigDecimal LOOSENESS = new BigDecimal("0.1");

    /** How a text stands to the exact number: "more than a thousand" is true of 1,250. */
    enum Bound {
        EXACT,
        MORE,
        LESS,
        ABOUT
    }

    @Override
    public String sort() {
        return "number";
    }

    @Override
    public boolean agreesWith(Figure other) {
        return other instanceof Quantity quantity
                && unit.equals(quantity.unit)
                && (isTrueOf(quantity.value) || quantity.isTrueOf(value));
    }

    private boolean isTrueOf(BigDecimal exact) {
        return switch (bound) {
            case EXACT -> value.compareTo(exact) == 0;
            case MORE -> value.compareTo(exact) <= 0 && exact.compareTo(value.add(value)) < 0;
            case LESS -> value.compareTo(exact) >= 0 && value.compareTo(exact.add(exact)) < 0;
            case ABOUT -> value.subtract(exact).abs().compareTo(exact.abs().multiply(LOOSENESS)) <= 0;
        };
    }

    /** Spans of time are promises of their own kind, small numbers in words are turns of speech. */
    @Override
    public boolean isTelling() {
        return !spelled && !year && !isSpan();
    }

    boolean isSpan() {
        return unit.equals("minutes") || unit.equals("months") || unit.equals("years");
    }
}
