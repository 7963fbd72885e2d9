package io.firebreak.crisis;

import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Somebody says: something is happening. Only acceptable reports exist; see {@link #of}.
 *
 * @param title what is happening, on one line
 * @param description what was seen, in the reporter's or the public's own words
 * @param language of title and description, a BCP 47 tag
 * @param sourceUrl where it can be seen; null when there is no link
 */
public record IncidentReport(String title, String description, String language, String sourceUrl) {

    public static final int MAXIMUM_TITLE = 200;
    public static final int MAXIMUM_DESCRIPTION = 10_000;
    public static final int MAXIMUM_URL = 2_000;

    private static final TextRule TITLE = TextRule.line("title", "The title", MAXIMUM_TITLE);
    private static final TextRule DESCRIPTION = TextRule.text("description", "The description", MAXIMUM_DESCRIPTION);
    private static final TextRule SOURCE_URL =
            TextRule.line("sourceUrl", "The link", MAXIMUM_URL).optional();

    /**
     * A checked report.
     *
     * @throws Refusal that names everything that is wrong with it
     */
    public static IncidentReport of(String title, String description, String language, String sourceUrl) {
        Problems problems = new Problems();
        IncidentReport report = new IncidentReport(
                problems.collect(() -> TITLE.require(title)),
                problems.collect(() -> DESCRIPTION.require(description)),
                problems.collect(() -> LanguageTag.require("language", language)),
                problems.collect(() -> webAddress(SOURCE_URL.require(sourceUrl))));
        problems.refuseIfAny();
        return report;
    }

    /** Only http and https: the link is going to be clicked by staff. */
    private static String webAddress(String text) {
        if (text == null) {
            return null;
        }
        try {
            URI address = new URI(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null) {
                return text;
            }
        } catch (URISyntaxException malformed) {
            // the sentence below says what to do
        }
        throw Refusal.invalid("sourceUrl", "The link is no web address; please give one that begins with https://.");
    }
}
