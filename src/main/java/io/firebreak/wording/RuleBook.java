package io.firebreak.wording;

import com.google.re2j.Pattern;
import io.firebreak.likeness.Wordprint;
import io.firebreak.wording.Wording.Purpose;
import java.util.List;
import java.util.Map;

/**
 * All house rules, as the files say them.
 *
 * @param rules by id
 * @param demands what texts must hold
 * @param vocabularies by language
 * @param mostApologies how often a case may apologise in public
 * @param copied from which likeness on, 0 to 1, a text counts as a copy; as {@link Wordprint#likeness} measures it
 * @param blanks what a blank of a template looks like, in whatever language
 * @param notBlanks what looks like one and is none, such as a remark of an editor
 */
record RuleBook(
        Map<String, Rule> rules,
        List<Demand> demands,
        Map<String, Vocabulary> vocabularies,
        int mostApologies,
        double copied,
        List<Pattern> blanks,
        List<Pattern> notBlanks) {

    /**
     * What texts of a kind must hold.
     *
     * @param posture to which it applies; null for whatever posture
     * @param rules about what must not be missing, by id
     */
    record Demand(Purpose purpose, String posture, List<String> rules) {

        boolean isFor(Wording wording) {
            return purpose == wording.purpose() && (posture == null || posture.equals(wording.posture()));
        }
    }

    /** The rules about what this text must hold. */
    List<String> demanded(Wording wording) {
        return demands.stream()
                .filter(demand -> demand.isFor(wording))
                .flatMap(demand -> demand.rules().stream())
                .distinct()
                .toList();
    }
}
