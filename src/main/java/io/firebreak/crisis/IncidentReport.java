package io.firebreak.crisis;

import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.rule.WebAddress;

/**
 * Somebody says: something is happening. Only acceptable reports exist; see {@link #of}.
 *
 * @param title what is happening, on one line
 * @param description what was seen, in the reporter's or the public's own words
 * @param language of title and description, a BCP 47 tag
 * @param sourceUrl where it can be seen; null when there is no link
 * @param drill a rehearsal: everything is done but the last call to each channel
 */
public record IncidentReport(
        String title, String description, String language, String sourceUrl, boolean drill, String brand) {

    public static final int MAXIMUM_TITLE = 200;
    public static final int MAXIMUM_DESCRIPTION = 10_000;
    public static final int MAXIMUM_BRAND = 100;
    public static final int MAXIMUM_URL = 2_000;

    private static final TextRule TITLE = TextRule.line("title", "The title", MAXIMUM_TITLE);
    private static final TextRule DESCRIPTION = TextRule.text("description", "The description", MAXIMUM_DESCRIPTION);
    private static final TextRule BRAND =
            TextRule.line("brand", "The brand", MAXIMUM_BRAND).optional();
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
                problems.collect(() -> WebAddress.require("sourceUrl", SOURCE_URL.require(sourceUrl))),
                false,
                null);
        problems.refuseIfAny();
        return report;
    }

    /** The same as a rehearsal, where {@code drill} is true. */
    public IncidentReport asDrill(boolean drill) {
        return new IncidentReport(title, description, language, sourceUrl, drill, brand);
    }

    /**
     * The same about a brand.
     *
     * @param brand null for the brand of the house
     * @throws Refusal when it is no name
     */
    public IncidentReport about(String brand) {
        return new IncidentReport(title, description, language, sourceUrl, drill, BRAND.require(brand));
    }
}
