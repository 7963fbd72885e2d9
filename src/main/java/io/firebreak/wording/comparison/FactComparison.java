package io.firebreak.wording.comparison;

import io.firebreak.wording.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the facts that texts state. It reads no meaning: numbers, dates, times, names, promises and contacts as they
 * are written in the text's language. The same texts give the same findings, in the order of the text.
 */
public final class FactComparison {

    private FactComparison() {}

    /**
     * What a text says otherwise than the sheet, and which figures it states that stand nowhere on it. An empty sheet
     * knows nothing, so nothing is compared with it; a day of the week that is not the one of its date is found anyway.
     */
    public static List<Finding> withSheet(Passage passage, List<Fact> sheet) {
        List<Finding> findings = new ArrayList<>();
        for (Part part : Part.of(passage)) {
            findings.addAll(new SheetComparison(part, sheet).findings());
        }
        return findings;
    }

    /**
     * What a translation says otherwise than its original: figures and names of one that the other lacks.
     *
     * @param sheet whose names are looked for in both, each as its language calls it
     */
    public static List<Finding> withOriginal(Passage translation, Passage original, List<Fact> sheet) {
        PairComparison pair = new PairComparison(translation, original);
        List<Finding> findings = new ArrayList<>(pair.findings("the original"));
        pair.missingNames(sheet).forEach(name -> findings.add(Sentences.missingName(name, "the original")));
        return findings;
    }

    /**
     * The form of a text on a channel beside the text itself.
     *
     * @param added what the form states and the text does not; there should be nothing
     * @param lacking what the text states and the form leaves out, in the text's words
     */
    public record Rendered(List<Finding> added, List<String> lacking) {}

    /**
     * Compares the form that a text has on a channel with the text.
     *
     * @param rendering all its parts, in their order
     * @param sheet whose names are looked for in both
     */
    public static Rendered rendered(Passage passage, String rendering, List<Fact> sheet) {
        Passage form = new Passage(passage.language(), null, rendering);
        PairComparison pair = new PairComparison(form, passage);
        List<String> lacking = new ArrayList<>(
                pair.missing().stream().map(Found::words).distinct().toList());
        pair.missingNames(sheet).forEach(lacking::add);
        return new Rendered(
                pair.added().stream()
                        .map(each -> Sentences.added(each, "the text"))
                        .toList(),
                lacking);
    }
}
