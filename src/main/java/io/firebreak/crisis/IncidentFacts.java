package io.firebreak.crisis;

/**
 * What a person who looks at the incident can answer; the severity is decided from it.
 *
 * @param category what kind of trouble it is
 * @param safetyRisk whether people, their health or their data are in danger
 * @param spread how fast mentions multiply
 * @param negativeSharePercent how many of a hundred mentions are against the brand
 * @param vividTrigger whether a photo or video drives it
 * @param influentialAuthor whether an author's reach is above the brand's threshold
 * @param crisisHistory whether the brand had such a crisis before, or a bad reputation in the matter
 * @param foundFirst whether we found it before others published it, and it is true
 * @param pastPeak whether the storm is past its peak already
 */
public record IncidentFacts(
        Category category,
        boolean safetyRisk,
        Spread spread,
        int negativeSharePercent,
        boolean vividTrigger,
        boolean influentialAuthor,
        boolean crisisHistory,
        boolean foundFirst,
        boolean pastPeak) {

    /** The same, and people or data are in danger. */
    IncidentFacts withDanger() {
        return new IncidentFacts(
                category,
                true,
                spread,
                negativeSharePercent,
                vividTrigger,
                influentialAuthor,
                crisisHistory,
                foundFirst,
                pastPeak);
    }
}
