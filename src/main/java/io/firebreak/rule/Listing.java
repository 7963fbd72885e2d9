package io.firebreak.rule;

import java.util.Collection;
import java.util.List;

/**
 * Names and phrases in a row within a sentence, as English says them. All rows are made here, so that they can be recognised
 * and said in other languages.
 */
public final class Listing {

    /** Stands before the last of those that all count. */
    public static final String AND = " and ";

    /** Stands before the last of those of which one is enough. */
    public static final String OR = " or ";

    /** Stands between steps that follow each other. */
    public static final String THEN = ", then ";

    /** Stands between all others of a row. */
    public static final String COMMA = ", ";

    private Listing() {}

    /** As in "ana, ben and eva". */
    public static String and(Collection<String> items) {
        return row(List.copyOf(items), AND);
    }

    /** As in "Legal, Management or Spokesperson". */
    public static String or(Collection<String> items) {
        return row(List.copyOf(items), OR);
    }

    /** As in "Crisis lead and Legal, then Management". */
    public static String then(Collection<String> steps) {
        return String.join(THEN, steps);
    }

    private static String row(List<String> items, String joiner) {
        int last = items.size() - 1;
        return last < 1
                ? String.join(COMMA, items)
                : String.join(COMMA, items.subList(0, last)) + joiner + items.get(last);
    }
}
