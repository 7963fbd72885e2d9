package io.firebreak.wording;

/**
 * One place where a text does not hold to a house rule.
 *
 * @param rule the rule's id, as its data name it, for example {@code apology.conditional}
 * @param level what it means for whoever hands the text in
 * @param place where it is; null when it concerns the text as a whole, because something is missing
 * @param found the words at that place; null without a place
 * @param why what is wrong with it, one sentence for the author
 * @param source the study, the article or the house that says so
 * @param remedy what would pass
 */
public record Finding(String rule, Level level, Place place, String found, String why, String source, String remedy) {

    /** What a finding means for whoever hands the text in. */
    public enum Level {
        /** The text is refused. */
        ERROR,
        /** The text is taken when its author says in a word why it stays as it is. */
        WARNING
    }

    /** The part of a text in which something is found. */
    public enum Field {
        TITLE,
        BODY
    }

    /**
     * @param from the first character, counted from 0 in UTF-16 code units, as browsers count
     * @param to one behind the last
     */
    public record Place(Field field, int from, int to) {}
}
