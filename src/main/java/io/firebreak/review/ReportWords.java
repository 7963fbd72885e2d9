package io.firebreak.review;

import io.firebreak.language.ShownWords;
import io.firebreak.review.ImpactReport.Milestone;
import io.firebreak.review.ImpactReport.Step;
import java.time.Duration;
import java.util.Locale;

/** How the page of the report says what stands in no other page, to whoever reads it. */
public final class ReportWords {

    private static final String NONE = "–";

    private final ShownWords words;

    ReportWords(ShownWords words) {
        this.words = words;
    }

    public String length(long minutes) {
        return words.length(Duration.ofMinutes(minutes));
    }

    /** The name of a constant as a person writes it; a dash for none. */
    public String name(Object value) {
        return value == null ? NONE : words.say(english(value));
    }

    /** The same in English. */
    public static String english(Object value) {
        return value.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What was done, or where a text was public first. */
    public String how(Milestone milestone) {
        return milestone.step() == Step.FIRST_HUMAN_ACT ? words.sentence(milestone.how()) : milestone.how();
    }

    /** Whether an address leads to the web; any other is shown as text. */
    public boolean isLink(String url) {
        return url != null && url.toLowerCase(Locale.ROOT).matches("https?://.*");
    }
}
