package io.firebreak.wording;

import io.firebreak.wording.Finding.Place;
import java.util.List;
import java.util.Objects;

/** Looks whether a text holds what its purpose and posture demand, and whether an apology is what it is said to be. */
final class PartCheck {

    private PartCheck() {}

    static void check(ReadText text, RuleBook book, Vocabulary vocabulary, Found found) {
        for (String rule : book.demanded(text.wording())) {
            if (rule.equals(Rule.UNDATED_MEASURE)) {
                checkDates(text, vocabulary, found);
            } else if (rule.equals(Rule.APOLOGY) && text.wording().apologiesBefore() >= book.mostApologies()) {
                // one more would be one too many
                continue;
            } else if (places(text, vocabulary, rule).isEmpty()
                    && !(rule.equals(Rule.MEASURES) && dated(text, vocabulary))) {
                found.add(rule, null);
            }
        }
    }

    /** A text that names no measures at all lacks more than a date. */
    private static void checkDates(ReadText text, Vocabulary vocabulary, Found found) {
        List<Place> measures = places(text, vocabulary, Rule.MEASURES);
        if (!measures.isEmpty()
                && places(text, vocabulary, Rule.UNDATED_MEASURE).isEmpty()) {
            found.add(Rule.UNDATED_MEASURE, null);
        }
    }

    /** What has a date is a measure, whatever its words. */
    private static boolean dated(ReadText text, Vocabulary vocabulary) {
        return !places(text, vocabulary, Rule.UNDATED_MEASURE).isEmpty();
    }

    /**
     * Where a text apologises: by its words, where the rules know its language, else by what its author says.
     *
     * @param vocabulary null where no rule knows the language
     */
    static void checkApology(ReadText text, RuleBook book, Vocabulary vocabulary, Found found) {
        List<Place> apologies = vocabulary == null ? List.of() : places(text, vocabulary, Rule.APOLOGY);
        if (text.wording().purpose() == Wording.Purpose.EXPLANATION) {
            apologies.stream().limit(1).forEach(place -> found.add(Rule.UNCOUNTED_APOLOGY, place));
            return;
        }
        boolean apologises = text.wording().apology() || !apologies.isEmpty();
        if (apologises && text.wording().apologiesBefore() >= book.mostApologies()) {
            found.add(Rule.TOO_MANY_APOLOGIES, apologies.isEmpty() ? null : apologies.get(0));
        }
        if (!apologies.isEmpty() && !text.wording().apology()) {
            found.add(Rule.UNMARKED_APOLOGY, apologies.get(0));
        }
    }

    private static List<Place> places(ReadText text, Vocabulary vocabulary, String rule) {
        List<Sign> signs = vocabulary.signsOf(rule).stream()
                .filter(sign -> sign.counts(text.sentences()))
                .toList();
        return text.sentences().stream()
                .map(sentence -> signs.stream()
                        .flatMap(sign -> sign.in(sentence).stream())
                        .filter(span -> !sentence.isQuoted(span))
                        .findFirst()
                        .map(sentence::place)
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
