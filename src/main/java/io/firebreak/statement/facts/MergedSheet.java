package io.firebreak.statement.facts;

import io.firebreak.wording.comparison.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The facts of two cases that are one incident: all of them, and both where they differ. */
final class MergedSheet {

    private final List<Fact> facts;
    private final String cameWith;

    /**
     * @param facts of the case that goes on
     * @param cameWith the reference of the other one
     */
    MergedSheet(List<Fact> facts, String cameWith) {
        this.facts = facts;
        this.cameWith = cameWith;
    }

    List<Fact> with(List<Fact> coming) {
        Map<String, Fact> known = SheetMerge.byKey(facts);
        List<Fact> both = new ArrayList<>(facts);
        for (Fact fact : coming) {
            Fact same = known.get(FactRules.key(fact));
            if (same == null) {
                both.add(fact);
            } else if (same.kind() != fact.kind() || !same.value().equals(fact.value())) {
                both.add(new Fact(fact.kind(), label(fact), fact.value(), fact.called()));
            }
        }
        return both;
    }

    /** People have to decide which is right; until then each says where it is from. */
    private String label(Fact fact) {
        String from = " (%s)".formatted(cameWith);
        int room = FactRules.LONGEST_LABEL - from.length();
        String label = fact.label();
        return label.substring(0, label.offsetByCodePoints(0, Math.min(room, label.codePointCount(0, label.length()))))
                + from;
    }
}
