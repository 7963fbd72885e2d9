package io.firebreak.wording;

import io.firebreak.wording.Finding.Level;
import io.firebreak.wording.Wording.Purpose;
import java.util.Set;

/**
 * A house rule: what it means to touch it. The words that touch it are in the files of the languages.
 *
 * @param reportedAs the id under which authors hear of it: its own, or that of the rule of which it is a form
 * @param level null for one that is switched off
 * @param unsureLevel of what is only guessed
 * @param why one sentence for the author
 * @param source who says so
 * @param remedy what would pass
 * @param purposes of texts to which it applies
 */
record Rule(
        String id,
        String reportedAs,
        Level level,
        Level unsureLevel,
        String why,
        String source,
        String remedy,
        Set<Purpose> purposes) {

    static final String PART = "part.";
    static final String WHAT_HAPPENED = "part.what-happened";
    static final String RESPONSIBILITY = "part.responsibility";
    static final String APOLOGY = "part.apology";
    static final String MEASURES = "part.measures";
    static final String CONTACT = "part.contact";

    /** A form of {@link #MEASURES} for texts that come before anything is known. */
    static final String CHECKS = "checks.named";

    static final String UNDATED_MEASURE = "measure.undated";
    static final String UNDATED_NEXT_WORD = "next-word.undated";
    static final String TOO_MANY_APOLOGIES = "apology.too-many";
    static final String UNCOUNTED_APOLOGY = "apology.uncounted";
    static final String UNMARKED_APOLOGY = "apology.unmarked";
    static final String PERSON_NAMED = "person.named";
    static final String SHOUTING = "shouting";
    static final String COPIED = "text.copied";
    static final String BLANK = "blank.unfilled";
    static final String UNCHECKED = "language.unchecked";
}
