package io.firebreak.webapp;

import io.firebreak.webapp.TypedPlaces.InForm;
import io.firebreak.wording.Finding;
import io.firebreak.wording.TextParts;
import java.util.List;

/**
 * What the house rules say to a text that somebody is writing.
 *
 * @param findings in the order of the text
 * @param posture that asks for the parts; null where none was chosen
 * @param apologies how often the case has apologised in public before
 * @param mostApologies how often it may
 * @param parts none where nothing is asked for
 */
record WordingBriefing(
        List<Marked> findings, String posture, int apologies, int mostApologies, List<PartOfText> parts) {

    /**
     * @param place null for the text as a whole, and in words that nobody typed
     * @param found the words at the place; null for the text as a whole
     */
    record Marked(
            String rule,
            String level,
            InForm place,
            String found,
            @Translated String why,
            @Translated String source,
            @Translated String remedy) {}

    /**
     * @param place where it is said; null where it is not
     * @param why null unless something is missing, as are {@code source} and {@code remedy}
     */
    record PartOfText(
            String rule,
            String state,
            InForm place,
            @Translated String why,
            @Translated String source,
            @Translated String remedy) {}

    /** Of a text of which no parts are asked. */
    static WordingBriefing of(List<Finding> findings, TypedPlaces places) {
        return of(findings, new TextParts(null, 0, 0, List.of()), places);
    }

    static WordingBriefing of(List<Finding> findings, TextParts parts, TypedPlaces places) {
        return new WordingBriefing(
                findings.stream()
                        .map(finding -> new Marked(
                                finding.rule(),
                                finding.level().name(),
                                places.of(finding.place()),
                                finding.found(),
                                finding.why(),
                                finding.source(),
                                finding.remedy()))
                        .toList(),
                parts.posture(),
                parts.apologies(),
                parts.mostApologies(),
                parts.parts().stream()
                        .map(part -> new PartOfText(
                                part.rule(),
                                part.state().name(),
                                places.of(part.place()),
                                part.why(),
                                part.source(),
                                part.remedy()))
                        .toList());
    }
}
