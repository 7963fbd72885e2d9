package io.firebreak.statement;

import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What a holding statement is put together from. Only acceptable ones exist; see {@link #of}.
 *
 * @param knownFacts what is known, in the statement's language
 * @param beingChecked what is being checked, in the statement's language
 * @param nextWordAt when the next word comes: a promise
 */
public record HoldingWords(String knownFacts, String beingChecked, Instant nextWordAt) {

    public static final int MAXIMUM_TEXT = 5_000;

    /** House rule: whoever waits longer than a day believes that nothing comes any more. */
    public static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private static final TextRule KNOWN = TextRule.text("knownFacts", "What is known", MAXIMUM_TEXT);
    private static final TextRule CHECKED = TextRule.text("beingChecked", "What is being checked", MAXIMUM_TEXT);

    /**
     * @param nextWordAt an ISO 8601 moment with its offset from UTC
     * @throws Refusal that names everything that is wrong
     */
    public static HoldingWords of(String knownFacts, String beingChecked, String nextWordAt, Instant now) {
        Problems problems = new Problems();
        HoldingWords words = new HoldingWords(
                problems.collect(() -> KNOWN.require(knownFacts)),
                problems.collect(() -> CHECKED.require(beingChecked)),
                problems.collect(() -> promised(nextWordAt, now)));
        problems.refuseIfAny();
        return words;
    }

    /**
     * As much as somebody has typed: what is missing is empty, a moment that is missing null. It is for looking at, and
     * for nothing else.
     *
     * @throws Refusal that names everything that is wrong
     */
    public static HoldingWords begun(String knownFacts, String beingChecked, String nextWordAt, Instant now) {
        Problems problems = new Problems();
        String known = problems.collect(() -> KNOWN.optional().require(knownFacts));
        String checked = problems.collect(() -> CHECKED.optional().require(beingChecked));
        Instant promised =
                problems.collect(() -> nextWordAt == null || nextWordAt.isBlank() ? null : promised(nextWordAt, now));
        problems.refuseIfAny();
        return new HoldingWords(
                Objects.requireNonNullElse(known, ""), Objects.requireNonNullElse(checked, ""), promised);
    }

    private static Instant promised(String text, Instant now) {
        Instant moment = moment(text);
        if (!moment.isAfter(now)) {
            throw Refusal.invalid(
                    "nextWordAt", "The next word must come in the future; please promise a moment that can be kept.");
        }
        if (moment.isAfter(now.plus(LONGEST_WAIT))) {
            throw Refusal.invalid(
                    "nextWordAt",
                    "The next word comes in more than %d hours; please promise one sooner, even if there is little to say."
                            .formatted(LONGEST_WAIT.toHours()));
        }
        return moment;
    }

    private static Instant moment(String text) {
        try {
            if (text != null && !text.isBlank()) {
                return OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException unreadable) {
            // the sentence below says what to do
        }
        throw Refusal.invalid(
                "nextWordAt",
                "When the next word comes is missing or unreadable; please give day and time, like 2026-11-21T18:00:00Z.");
    }
}
