package io.firebreak.reply;

import io.firebreak.rule.Fingerprint;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.util.List;

/**
 * What a reply says and how it gets there. Only acceptable texts exist; see {@link #of}.
 *
 * @param text plain text; on the phone, what is going to be said
 * @param apology whether it apologises
 */
public record ReplyText(Way way, String text, boolean apology) {

    public static final int MAXIMUM_TEXT = 10_000;

    private static final TextRule TEXT = TextRule.text("text", "The reply", MAXIMUM_TEXT);

    /**
     * A checked text.
     *
     * @throws Refusal when it is none
     */
    public static ReplyText of(Way way, String text, boolean apology) {
        return new ReplyText(way, TEXT.require(text), apology);
    }

    /** SHA-256 over everything that somebody agrees to. */
    String sha256() {
        return Fingerprint.of(List.of(way.name(), text, Boolean.toString(apology)));
    }
}
