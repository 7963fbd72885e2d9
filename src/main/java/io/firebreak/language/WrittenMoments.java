package io.firebreak.language;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The moments that Firebreak writes into its sentences, in UTC such as {@code 2026-11-28T01:00:00Z}. */
public final class WrittenMoments {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

    private WrittenMoments() {}

    /** The sentence with its moments written as its reader would; what looks like one and is none stays. */
    public static String rewrite(String sentence, Function<Instant, String> writing) {
        return MOMENT.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(rewritten(found.group(), writing)));
    }

    private static String rewritten(String found, Function<Instant, String> writing) {
        try {
            return writing.apply(OffsetDateTime.parse(found).toInstant());
        } catch (DateTimeException noMoment) {
            return found;
        }
    }
}
