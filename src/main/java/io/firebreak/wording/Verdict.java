package io.firebreak.wording;

import io.firebreak.rule.Refusal;
import io.firebreak.rule.Refusal.Problem;
import io.firebreak.rule.TextRule;
import io.firebreak.wording.Finding.Field;
import io.firebreak.wording.Finding.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that may be handed in, with what was found in it. Only such exist; see {@link #of}.
 *
 * @param findings warnings, in the order of the text
 * @param reason why the text stays as it is, in its author's words; null where nothing was found
 */
public record Verdict(List<Finding> findings, String reason) {

    /** The name under which an author hands in why a text stays as it is. */
    public static final String REASON = "wordingReason";

    public static final int MAXIMUM_REASON = 2_000;

    private static final TextRule REASON_RULE = TextRule.text(REASON, "Why the text stays as it is", MAXIMUM_REASON);

    private static final int MOST_SHOWN = 120;

    public Verdict {
        findings = List.copyOf(findings);
    }

    /**
     * What becomes of a text in which something was found.
     *
     * @param reason the author's word; null or blank where they gave none
     * @param bodyField the name under which the body is handed in
     * @throws Refusal that says one sentence for each finding: when there is an error, or a warning without a word
     */
    public static Verdict of(List<Finding> findings, String reason, String bodyField) {
        List<Problem> problems = new ArrayList<>(findings.stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .map(finding -> problem(finding, bodyField))
                .toList());
        List<Finding> warnings = findings.stream()
                .filter(finding -> finding.level() == Level.WARNING)
                .toList();
        String given = REASON_RULE.clean(reason);
        if (given != null) {
            REASON_RULE.problemOf(given).ifPresent(problems::add);
        } else {
            warnings.forEach(finding -> problems.add(problem(finding, bodyField)));
            if (!warnings.isEmpty()) {
                problems.add(new Problem(
                        REASON,
                        "Please mend what the house rules warn of, or say in a word why the text stays as it is."));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new Verdict(warnings, warnings.isEmpty() ? null : given);
    }

    private static Problem problem(Finding finding, String bodyField) {
        boolean title = finding.place() != null && finding.place().field() == Field.TITLE;
        return new Problem(title ? "title" : bodyField, sentence(finding));
    }

    /** What is wrong, the words at fault, and what would pass. */
    static String sentence(Finding finding) {
        String wrong =
                finding.found() == null ? finding.why() : "“%s”: %s".formatted(shown(finding.found()), finding.why());
        return wrong + " " + finding.remedy();
    }

    private static String shown(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= MOST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }
}
