package io.firebreak.wording.comparison;

import io.firebreak.wording.Finding;
import io.firebreak.wording.comparison.Known.Entry;
import io.firebreak.wording.comparison.Names.Instead;
import io.firebreak.wording.comparison.Sentence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** One part of a text beside the fact sheet. */
final class SheetComparison {

    /** A figure further away from a label than this many characters is about something else. */
    private static final int NEAR = 80;

    /** A number in words is meant only right beside its label: "two" is said of many things. */
    private static final int BESIDE = 2;

    private static final LevenshteinDistance TYPO = new LevenshteinDistance(2);

    private final Part part;
    private final Known known;
    private final List<Fact> sheet;
    private final List<Sentence> sentences;
    private final Set<Found> told = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    SheetComparison(Part part, List<Fact> sheet) {
        this.part = part;
        this.sheet = sheet;
        this.known = new Known(sheet, part.language());
        this.sentences = Sentence.of(part.text(), part.language());
    }

    /** In the order of the text. */
    List<Finding> findings() {
        weekdays();
        known.entries().forEach(this::labelled);
        if (!sheet.isEmpty()) {
            unknown();
        }
        names();
        findings.sort(Comparator.comparingInt(finding -> finding.place().from()));
        return findings;
    }

    private void weekdays() {
        for (Found found : part.figures()) {
            if (found.figure() instanceof Day day && day.contradictsItself()) {
                tell(found, Sentences.wrongWeekday(part, found, day.realWeekday()));
            }
        }
    }

    private void labelled(Entry entry) {
        for (Sentence sentence : sentences) {
            for (String label : entry.labels()) {
                Optional<Span> place = sentence.placeOf(label);
                if (place.isPresent()) {
                    besideLabel(entry, sentence, place.get());
                    break;
                }
            }
        }
    }

    private void besideLabel(Entry entry, Sentence sentence, Span label) {
        List<Found> candidates = candidates(entry, sentence, label);
        if (candidates.stream().anyMatch(found -> found.figure().agreesWith(entry.figure()))) {
            return;
        }
        candidates.stream()
                .filter(found -> !told.contains(found) && !known.holds(found.figure()))
                .min(Comparator.comparingInt(found -> found.distanceTo(label.from(), label.to())))
                .ifPresent(found -> tell(found, Sentences.differs(part, found, entry.fact())));
    }

    /** What the sentence says of the fact's sort; days of the week and hours alone only where it says no date. */
    private List<Found> candidates(Entry entry, Sentence sentence, Span label) {
        List<Found> near = part.figures().stream()
                .filter(sentence::holds)
                .filter(found -> isComparable(found.figure(), entry.figure()))
                .filter(found -> found.distanceTo(label.from(), label.to()) <= reach(found.figure()))
                .toList();
        List<Found> dates =
                near.stream().filter(found -> isDate(found.figure())).toList();
        return dates.isEmpty() ? near : dates;
    }

    private static boolean isDate(Figure figure) {
        return figure instanceof Day && figure.isTelling();
    }

    private static int reach(Figure figure) {
        return figure instanceof Quantity quantity && quantity.spelled() ? BESIDE : NEAR;
    }

    private static boolean isComparable(Figure figure, Figure fact) {
        boolean sameUnit = !(figure instanceof Quantity quantity)
                || fact instanceof Quantity other && quantity.unit().equals(other.unit()) && !quantity.year();
        return figure.sort().equals(fact.sort()) && sameUnit;
    }

    private void unknown() {
        for (Found found : part.figures()) {
            if (!told.contains(found) && isToBeKnown(found.figure()) && !known.holds(found.figure())) {
                tell(found, mistyped(found).orElseGet(() -> Sentences.unknown(part, found)));
            }
        }
    }

    /** The house has many addresses: another one is strange only where the sheet says which to give. */
    private boolean isToBeKnown(Figure figure) {
        if (figure instanceof Contact || figure instanceof Day day && day.isTimeOnly()) {
            return figure instanceof Contact ? known.hasAny(figure) : hasTimes();
        }
        return figure.isTelling();
    }

    private boolean hasTimes() {
        return known.entries().stream().anyMatch(entry -> entry.figure() instanceof Day day && day.time() != null);
    }

    private Optional<Finding> mistyped(Found found) {
        if (!(found.figure() instanceof Contact contact)) {
            return Optional.empty();
        }
        return known.entries().stream()
                .filter(entry -> entry.figure() instanceof Contact other
                        && other.way() == contact.way()
                        && TYPO.apply(other.address(), contact.address()) >= 0)
                .findFirst()
                .map(entry -> Sentences.differs(part, found, entry.fact()));
    }

    private void names() {
        for (Instead instead : new Names(sheet, part.language()).insteadIn(part.text(), sentences)) {
            Found found =
                    new Found(null, instead.from(), instead.to(), part.text().substring(instead.from(), instead.to()));
            findings.add(Sentences.differs(part, found, instead.fact()));
        }
    }

    private void tell(Found found, Finding finding) {
        told.add(found);
        findings.add(finding);
    }
}
