package io.firebreak.webapp;

import io.firebreak.statement.facts.FactSheet;
import io.firebreak.wording.Finding;
import io.firebreak.wording.comparison.Fact;
import java.util.List;
import java.util.Map;

/**
 * The fact sheet of a case, and how the text of a task stands to it. Times are ISO 8601 texts.
 *
 * @param version 0 before anybody entered anything
 * @param enteredBy null in version 0, as is {@code enteredAt}
 * @param changedSince whether it was changed after the text was handed in
 * @param changes what was changed since then, in sentences
 * @param findings about the newest version of the text; empty where there is none
 * @param forms the same text on each channel
 */
record FactBriefing(
        int version,
        @ByName String enteredBy,
        String enteredAt,
        List<Line> facts,
        boolean changedSince,
        List<String> changes,
        List<Difference> findings,
        List<Form> forms) {

    record Line(String kind, String label, String value, Map<String, String> called) {

        static Line of(Fact fact) {
            return new Line(fact.kind().name(), fact.label(), fact.value(), fact.called());
        }
    }

    /**
     * @param found the words of the text; null where something is missing
     */
    record Difference(String rule, String level, String found, @Translated String why, @Translated String remedy) {

        static Difference of(Finding finding) {
            return new Difference(
                    finding.rule(), finding.level().name(), finding.found(), finding.why(), finding.remedy());
        }
    }

    /**
     * @param added what it states and the text does not
     * @param lacking what the text states and it leaves out
     */
    record Form(String channel, List<Difference> added, List<String> lacking) {}

    /**
     * @param changes since the text was handed in; null where the sheet was not changed
     */
    static FactBriefing of(FactSheet sheet, List<String> changes, List<Finding> findings, List<Form> forms) {
        return new FactBriefing(
                sheet.version(),
                sheet.enteredBy(),
                sheet.enteredAt() == null ? null : sheet.enteredAt().toString(),
                sheet.facts().stream().map(Line::of).toList(),
                changes != null,
                changes == null ? List.of() : changes,
                findings.stream().map(Difference::of).toList(),
                forms);
    }
}
