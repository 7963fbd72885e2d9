package io.firebreak.reaction;

import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A count as somebody hands it in, checked on its own; whether it fits the case is checked by {@link Reactions}.
 *
 * @param span in the past, from a minute to a month long
 * @param mentions 0 to a thousand million
 * @param negativeSharePercent 0 to 100
 * @param correctionReason why this span is counted again; null when it is not
 */
public record NewCount(TimeSpan span, long mentions, int negativeSharePercent, String correctionReason) {

    public static final long MAXIMUM_MENTIONS = 1_000_000_000;

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final TextRule CORRECTION_REASON =
            TextRule.text("correctionReason", "The reason for counting again", 2_000);

    /**
     * A checked count.
     *
     * @param from the beginning, in ISO 8601 with its zone or offset
     * @param to the end, likewise
     * @throws Refusal that names everything that is wrong with it
     */
    public static NewCount of(
            String from,
            String to,
            BigDecimal mentions,
            BigDecimal negativeSharePercent,
            String correctionReason,
            Instant now) {
        Problems problems = new Problems();
        Instant since = problems.collect(() -> moment("from", "The beginning of the count", from));
        Instant until = problems.collect(() -> moment("to", "The end of the count", to));
        Long counted = problems.collect(() -> whole("mentions", "The number of mentions", mentions, MAXIMUM_MENTIONS));
        Long negative = problems.collect(
                () -> whole("negativeSharePercent", "The share of negative mentions", negativeSharePercent, 100));
        String reason = problems.collect(() -> CORRECTION_REASON.optional().require(correctionReason));
        if (since != null && until != null) {
            problems.collect(() -> checked(since, until, now));
        }
        problems.refuseIfAny();
        return new NewCount(new TimeSpan(since, until), counted, negative.intValue(), reason);
    }

    private static Instant moment(String field, String label, String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(field, label + " is missing; please fill it in.");
        }
        try {
            return OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException noMoment) {
            throw Refusal.invalid(
                    field,
                    "%s must be a moment such as 2026-11-21T15:00:00Z or 2026-11-21T16:00:00+01:00.".formatted(label));
        }
    }

    private static Long whole(String field, String label, BigDecimal value, long maximum) {
        boolean fits = value != null
                && value.signum() >= 0
                && value.compareTo(BigDecimal.valueOf(maximum)) <= 0
                && value.stripTrailingZeros().scale() <= 0;
        if (!fits) {
            throw Refusal.invalid(field, "%s must be a whole number from 0 to %,d.".formatted(label, maximum));
        }
        return value.longValueExact();
    }

    private static TimeSpan checked(Instant from, Instant to, Instant now) {
        if (to.isAfter(now)) {
            throw Refusal.invalid("to", "The count ends in the future; please count what is over.");
        }
        if (Duration.between(from, to).compareTo(SHORTEST) < 0) {
            throw Refusal.invalid("to", "The count must end at least a minute after it begins.");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Refusal.invalid("from", "The count is longer than 31 days; please give it in pieces.");
        }
        return new TimeSpan(from, to);
    }
}
