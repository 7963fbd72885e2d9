package io.firebreak.webapp;

import io.firebreak.wording.Finding;
import io.firebreak.wording.Verdict;
import java.util.List;

/**
 * What the house rules warn of in a text that was handed in all the same.
 *
 * @param reason its author's word, as it was written
 */
record UpheldWording(List<Warning> findings, String reason) {

    /**
     * @param place null for the text as a whole
     * @param found the words at the place; null for the text as a whole
     */
    record Warning(
            String rule,
            String level,
            Finding.Place place,
            String found,
            @Translated String why,
            @Translated String source,
            @Translated String remedy) {

        private static Warning of(Finding finding) {
            return new Warning(
                    finding.rule(),
                    finding.level().name(),
                    finding.place(),
                    finding.found(),
                    finding.why(),
                    finding.source(),
                    finding.remedy());
        }
    }

    /** Null where they warn of nothing. */
    static UpheldWording of(Verdict verdict) {
        return verdict == null
                ? null
                : new UpheldWording(verdict.findings().stream().map(Warning::of).toList(), verdict.reason());
    }
}
