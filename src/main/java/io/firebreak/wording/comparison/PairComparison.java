package io.firebreak.wording.comparison;

import io.firebreak.wording.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two texts that should say the same: which figures of one the other lacks. */
final class PairComparison {

    private final Passage one;
    private final Passage other;
    private final List<Part> ownParts;
    private final List<Placed> added;
    private final List<Found> missing;

    /** A figure in one of the parts. */
    record Placed(Part part, Found found) {}

    /**
     * @param one the text that is looked at
     * @param other the text that it should say again
     */
    PairComparison(Passage one, Passage other) {
        this.one = one;
        this.other = other;
        this.ownParts = Part.of(one);
        List<Found> own =
                ownParts.stream().flatMap(part -> part.figures().stream()).toList();
        List<Found> others =
                Part.of(other).stream().flatMap(part -> part.figures().stream()).toList();
        this.added = ownParts.stream()
                .flatMap(part -> part.figures().stream().map(found -> new Placed(part, found)))
                .filter(each -> counts(each.found().figure()) && !isAmong(each.found(), others))
                .toList();
        this.missing = others.stream()
                .filter(found -> counts(found.figure()) && !isAmong(found, own))
                .toList();
    }

    /** Between two texts spans of time and years count too; numbers in words, hours and days of the week do not alone. */
    private static boolean counts(Figure figure) {
        return figure.isTelling()
                || figure instanceof Quantity quantity && !quantity.spelled()
                || figure instanceof Day day && day.isTimeOnly();
    }

    private static boolean isAmong(Found found, List<Found> all) {
        return all.stream().map(Found::figure).anyMatch(figure -> says(found.figure(), figure));
    }

    private static boolean says(Figure figure, Figure other) {
        if (figure instanceof Day day && other instanceof Day second) {
            // a date without its hour, or an hour without its date, says less and nothing else
            return day.agreesWith(second) && (day.isTimeOnly() || day.isSameDayAs(second));
        }
        return figure.agreesWith(other);
    }

    List<Placed> added() {
        return added;
    }

    List<Found> missing() {
        return missing;
    }

    /**
     * What is added and what is missing; where both are of one sort, one may stand in the other's place.
     *
     * @param source what the other text is called in a sentence
     */
    List<Finding> findings(String source) {
        List<Found> left = new ArrayList<>(missing);
        List<Finding> findings = new ArrayList<>();
        for (Placed each : added) {
            Optional<Found> instead = left.stream()
                    .filter(found -> isOfOneKind(found.figure(), each.found().figure()))
                    .findFirst();
            instead.ifPresent(left::remove);
            findings.add(instead.map(found -> Sentences.instead(each, found, source))
                    .orElseGet(() -> Sentences.added(each, source)));
        }
        left.forEach(found -> findings.add(Sentences.missing(found, source)));
        return findings;
    }

    private static boolean isOfOneKind(Figure figure, Figure second) {
        boolean units = !(figure instanceof Quantity quantity)
                || second instanceof Quantity another && quantity.unit().equals(another.unit());
        return figure.sort().equals(second.sort()) && units;
    }

    /** The names of the sheet that the other text holds and this one does not, as this one would write them. */
    List<String> missingNames(List<Fact> sheet) {
        List<Fact> own = new Names(sheet, one.language()).in(whole(one));
        return new Names(sheet, other.language())
                .in(whole(other)).stream()
                        .filter(fact -> !own.contains(fact))
                        .map(fact -> Optional.ofNullable(Known.called(fact, one.language()))
                                .orElse(fact.value()))
                        .toList();
    }

    private static String whole(Passage passage) {
        return passage.title() == null ? passage.body() : passage.title() + "\n" + passage.body();
    }
}
