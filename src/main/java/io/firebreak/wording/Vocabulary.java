package io.firebreak.wording;

import java.util.List;
import java.util.Map;

/**
 * How the rules show in one language.
 *
 * @param signs by rule, in the order of the files
 * @param index of all phrases of the signs
 * @param groups phrases that several signs use, by name
 */
record Vocabulary(String language, Map<String, List<Sign>> signs, PhraseIndex index, Map<String, Phrase> groups) {

    /** Capitals say with this group what no rule says: these words are written large to be loud. */
    static final String LOUD_WORDS = "loud words";

    static final String FIRST_NAMES = "first names";
    /** What stands before a name that is one of a place. */
    static final String BEFORE_PLACES = "before names of places";

    static final String TITLES = "titles of persons";

    /** What people are, such as driver, and what is done to them by name, such as arrested; a name may follow. */
    static final String ROLES = "roles of persons";

    /** What follows names of people and never those of companies, such as who. */
    static final String BEHIND_PERSONS = "behind names of persons";

    /** What stands before the words of a sign or a label, which are large because the sign is. */
    static final String BEFORE_INSCRIPTIONS = "before inscriptions";

    List<Sign> signsOf(String rule) {
        return signs.getOrDefault(rule, List.of());
    }

    /** Whether a word belongs to a group; to one that is not there none does. */
    boolean has(String group, List<Token> words, int at) {
        Phrase phrase = groups.get(group);
        return phrase != null && (phrase.ends(words, at) & ~1L) != 0;
    }
}
