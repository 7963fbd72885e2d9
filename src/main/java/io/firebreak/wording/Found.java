package io.firebreak.wording;

import io.firebreak.wording.Finding.Level;
import io.firebreak.wording.Finding.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what checks find in one text; says it once, and not more often than somebody reads. */
final class Found {

    /** Who has read five places where the same is wrong looks for the rest alone. */
    private static final int MOST_PLACES = 5;

    private static final Comparator<Finding> AS_READ = Comparator.comparing(
                    (Finding finding) -> finding.place() == null)
            .thenComparing(finding -> finding.place() == null
                    ? 0
                    : finding.place().field().ordinal() * 1_000_000
                            + finding.place().from())
            .thenComparing(Finding::rule);

    private final RuleBook book;
    private final ReadText text;
    private final Map<String, List<Finding>> byRule = new HashMap<>();

    Found(RuleBook book, ReadText text) {
        this.book = book;
        this.text = text;
    }

    /** Something that is certain, at a place; null for the text as a whole. */
    void add(String rule, Place place) {
        add(rule, place, true);
    }

    /** Something that is only guessed. */
    void guess(String rule, Place place) {
        add(rule, place, false);
    }

    private void add(String id, Place place, boolean sure) {
        Rule rule = book.rules().get(id);
        if (rule == null || !rule.purposes().contains(text.wording().purpose())) {
            return;
        }
        Level level = sure ? rule.level() : rule.unsureLevel();
        List<Finding> before = byRule.computeIfAbsent(id, key -> new ArrayList<>());
        if (level == null) {
            return;
        }
        for (int at = 0; at < before.size(); at++) {
            Finding known = before.get(at);
            if (overlap(known.place(), place)) {
                before.set(at, finding(rule, graver(level, known.level()), both(known.place(), place)));
                return;
            }
        }
        if (before.size() < MOST_PLACES) {
            before.add(finding(rule, level, place));
        }
    }

    private Finding finding(Rule rule, Level level, Place place) {
        return new Finding(
                rule.reportedAs(),
                level,
                place,
                place == null ? null : text.wordsAt(place),
                rule.why(),
                rule.source(),
                rule.remedy());
    }

    private static Level graver(Level one, Level other) {
        return one == Level.ERROR ? one : other;
    }

    /** Two signs of a rule that overlap are one place, as a reader sees it. */
    private static Place both(Place one, Place other) {
        return one == null
                ? null
                : new Place(one.field(), Math.min(one.from(), other.from()), Math.max(one.to(), other.to()));
    }

    private static boolean overlap(Place one, Place other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.field() == other.field() && one.from() < other.to() && other.from() < one.to();
    }

    /** In the order in which a reader meets them; last what is missing. */
    List<Finding> sorted() {
        return byRule.values().stream().flatMap(List::stream).sorted(AS_READ).toList();
    }
}
