package io.firebreak.roster.coverage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a chain is covered in the days to come.
 *
 * @param chain its name
 * @param role whose part it is, by its group id
 * @param severities S1 to S4, and "" for before it is decided
 * @param stretches one after the other without a hole
 */
public record ChainCoverage(String chain, String role, List<String> severities, List<Stretch> stretches) {

    /** For whom and when it is, as in {@code S1, S2 spokesperson}. */
    public String title() {
        return severitiesInWords() + " " + role;
    }

    /** As people call it. */
    public String roleInWords() {
        return CoverageWords.role(role);
    }

    /** As a person says it: {@code S1, S2}, {@code S4 or severity undecided}, {@code any severity}. */
    public String severitiesInWords() {
        if (severities.size() == Line.SEVERITIES.size()) {
            return "any severity";
        }
        String decided =
                severities.stream().filter(severity -> !severity.isEmpty()).collect(Collectors.joining(", "));
        if (!severities.contains("")) {
            return decided;
        }
        return decided.isEmpty() ? "severity undecided" : "%s or severity undecided".formatted(decided);
    }

    /** The worst that is found; green where there is nothing to look at. */
    public Verdict worst() {
        return stretches.stream().map(Stretch::verdict).max(Verdict::compareTo).orElse(Verdict.GREEN);
    }
}
