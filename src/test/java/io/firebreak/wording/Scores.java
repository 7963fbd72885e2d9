package io.firebreak.wording;

import io.firebreak.wording.JudgedText.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often the rules are right about texts that people have judged. A fault counts as found when a finding of its rule
 * overlaps with its words; a finding of a rule that has no fault there counts as wrong, once a text.
 */
final class Scores {

    /**
     * @param right faults that were found
     * @param wrong findings where there is no fault
     * @param missed faults that were not found
     */
    record Score(int right, int wrong, int missed) {

        static final Score NONE = new Score(0, 0, 0);

        Score plus(Score other) {
            return new Score(right + other.right, wrong + other.wrong, missed + other.missed);
        }

        /** Of the findings, how many are right; 1 when there are none. */
        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        /** Of the faults, how many are found; 1 when there are none. */
        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%5d %5d %6d   %5.1f %%   %5.1f %%",
                    right,
                    wrong,
                    missed,
                    100 * precision(),
                    100 * recall());
        }
    }

    private final Map<String, Map<String, Score>> byLanguage = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private int goodTexts;
    private int goodTextsWithFinding;
    private int badTexts;
    private int badTextsWithFault;

    static Scores of(List<JudgedText> texts, HouseRules rules) {
        Scores scores = new Scores();
        texts.forEach(text -> scores.judge(text, rules.check(text.wording())));
        return scores;
    }

    Score of(String language, String rule) {
        return byLanguage.getOrDefault(language, Map.of()).getOrDefault(rule, Score.NONE);
    }

    Score ofLanguage(String language) {
        return sum(byLanguage.getOrDefault(language, Map.of()));
    }

    Score total() {
        return byLanguage.keySet().stream().map(this::ofLanguage).reduce(Score.NONE, Score::plus);
    }

    List<String> errors() {
        return errors;
    }

    private static Score sum(Map<String, Score> byRule) {
        return byRule.values().stream().reduce(Score.NONE, Score::plus);
    }

    private void judge(JudgedText text, List<Finding> findings) {
        for (Fault fault : text.faults()) {
            boolean found = findings.stream().anyMatch(finding -> isAbout(text, finding, fault));
            count(text, fault.rule(), found ? new Score(1, 0, 0) : new Score(0, 0, 1));
            if (!found) {
                errors.add("%s missed %s: %s".formatted(label(text), fault.rule(), shown(fault.words())));
            }
        }
        wrongRules(text, findings).forEach((rule, finding) -> {
            count(text, rule, new Score(0, 1, 0));
            errors.add("%s wrong  %s: %s".formatted(label(text), rule, shown(finding.found())));
        });
        countTexts(text, findings);
    }

    private void countTexts(JudgedText text, List<Finding> findings) {
        if (text.faults().isEmpty()) {
            goodTexts++;
            goodTextsWithFinding += findings.isEmpty() ? 0 : 1;
        } else {
            badTexts++;
            boolean any = text.faults().stream()
                    .anyMatch(fault -> findings.stream().anyMatch(finding -> isAbout(text, finding, fault)));
            badTextsWithFault += any ? 1 : 0;
        }
    }

    /** The first finding of each rule of which no finding is about a fault. */
    private static Map<String, Finding> wrongRules(JudgedText text, List<Finding> findings) {
        Set<String> right = findings.stream()
                .filter(finding -> text.faults().stream().anyMatch(fault -> isAbout(text, finding, fault)))
                .map(Finding::rule)
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> !right.contains(finding.rule()))
                .collect(Collectors.toMap(Finding::rule, finding -> finding, (first, next) -> first, TreeMap::new));
    }

    private static boolean isAbout(JudgedText text, Finding finding, Fault fault) {
        if (!finding.rule().equals(fault.rule())) {
            return false;
        }
        Finding.Place judged = text.placeOf(fault);
        Finding.Place found = finding.place();
        return judged == null
                || found == null
                || judged.field() == found.field() && judged.from() < found.to() && found.from() < judged.to();
    }

    private void count(JudgedText text, String rule, Score score) {
        byLanguage
                .computeIfAbsent(text.wording().language(), language -> new TreeMap<>())
                .merge(rule, score, Score::plus);
    }

    private static String label(JudgedText text) {
        return "%s/%s/%s".formatted(text.wording().language(), text.half(), text.name());
    }

    private static String shown(String words) {
        return words == null ? "(missing)" : "\"" + words.replace("\n", " ").strip() + "\"";
    }

    /** A table by rule and language, with the sums, and below it each wrong judgement. */
    String table(String title) {
        StringBuilder table =
                new StringBuilder("%n%s%n%-36s right wrong missed precision  recall%n".formatted(title, ""));
        byLanguage.forEach((language, byRule) -> {
            byRule.forEach((rule, score) -> table.append("%-36s %s%n".formatted(language + "  " + rule, score)));
            table.append("%-36s %s%n".formatted(language + "  all rules", sum(byRule)));
        });
        byRule().forEach((rule, score) -> table.append("%-36s %s%n".formatted("all " + rule, score)));
        table.append("%-36s %s%n".formatted("all languages and rules", total()));
        table.append("%d of %d good texts have no finding; %d of %d bad texts have a fault found%n"
                .formatted(goodTexts - goodTextsWithFinding, goodTexts, badTextsWithFault, badTexts));
        errors.forEach(error -> table.append(error).append('\n'));
        return table.toString();
    }

    private Map<String, Score> byRule() {
        Map<String, Score> all = new TreeMap<>();
        byLanguage.values().forEach(byRule -> byRule.forEach((rule, score) -> all.merge(rule, score, Score::plus)));
        return all;
    }
}
