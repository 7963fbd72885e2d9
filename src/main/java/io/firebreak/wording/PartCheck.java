package io.firebreak.wording;

import io.firebreak.wording.Finding.Place;
import java.util.Optional;

/** Looks whether a text holds what its purpose and posture demand, and whether an apology is what it is said to be. */
final class PartCheck {

    private PartCheck() {}

    static void check(ReadText text, RuleBook book, Said said, Found found) {
        for (String rule : book.demanded(text.wording())) {
            if (isMissing(text, book, said, rule)) {
                found.add(rule, null);
            }
        }
    }

    /** Whether a text lacks what a rule demands. */
    static boolean isMissing(ReadText text, RuleBook book, Said said, String rule) {
        return switch (rule) {
            // a text that names no measures at all lacks more than a date
            case Rule.UNDATED_MEASURE -> said.says(Rule.MEASURES) && !said.says(Rule.UNDATED_MEASURE);
            // one more would be one too many
            case Rule.APOLOGY -> !isApologySpent(text, book) && !said.says(Rule.APOLOGY);
            // what has a date is a measure, whatever its words
            case Rule.MEASURES -> !said.says(Rule.MEASURES) && !said.says(Rule.UNDATED_MEASURE);
            default -> !said.says(rule);
        };
    }

    static boolean isApologySpent(ReadText text, RuleBook book) {
        return text.wording().apologiesBefore() >= book.mostApologies();
    }

    /** Where a text apologises: by its words, where the rules know its language, else by what its author says. */
    static void checkApology(ReadText text, RuleBook book, Said said, Found found) {
        Optional<Place> apology = said.first(Rule.APOLOGY);
        if (text.wording().purpose() == Wording.Purpose.EXPLANATION) {
            apology.ifPresent(place -> found.add(Rule.UNCOUNTED_APOLOGY, place));
            return;
        }
        boolean apologises = text.wording().apology() || apology.isPresent();
        if (apologises && isApologySpent(text, book)) {
            found.add(Rule.TOO_MANY_APOLOGIES, apology.orElse(null));
        }
        if (apology.isPresent() && !text.wording().apology()) {
            found.add(Rule.UNMARKED_APOLOGY, apology.get());
        }
    }
}
