package io.firebreak.wording;

import io.firebreak.wording.Finding.Place;
import java.util.List;
import java.util.Objects;

/** Looks whether a text holds what its purpose and posture demand, and whether an apology is what it is said to be. */
final class PartCheck {

    private PartCheck() {}

    static void check(ReadText text, RuleBook book, Vocabulary vocabulary, Found found) {
        for (String rule : book.demanded(text.wording())) {
            if (isMissing(text, book, vocabulary, rule)) {
                found.add(rule, null);
            }
        }
    }

    /** Whether a text lacks what a rule demands. */
    static boolean isMissing(ReadText text, RuleBook book, Vocabulary vocabulary, String rule) {
        return switch (rule) {
            // a text that names no measures at all lacks more than a date
            case Rule.UNDATED_MEASURE ->
                !places(text, vocabulary, Rule.MEASURES).isEmpty() && !isDated(text, vocabulary);
            // one more would be one too many
            case Rule.APOLOGY ->
                !isApologySpent(text, book)
                        && places(text, vocabulary, Rule.APOLOGY).isEmpty();
            // what has a date is a measure, whatever its words
            case Rule.MEASURES -> places(text, vocabulary, Rule.MEASURES).isEmpty() && !isDated(text, vocabulary);
            default -> places(text, vocabulary, rule).isEmpty();
        };
    }

    static boolean isApologySpent(ReadText text, RuleBook book) {
        return text.wording().apologiesBefore() >= book.mostApologies();
    }

    private static boolean isDated(ReadText text, Vocabulary vocabulary) {
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
        if (apologises && isApologySpent(text, book)) {
            found.add(Rule.TOO_MANY_APOLOGIES, apologies.isEmpty() ? null : apologies.get(0));
        }
        if (!apologies.isEmpty() && !text.wording().apology()) {
            found.add(Rule.UNMARKED_APOLOGY, apologies.get(0));
        }
    }

    /** Where a text says what a rule looks for, sentence by sentence. */
    static List<Place> places(ReadText text, Vocabulary vocabulary, String rule) {
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
