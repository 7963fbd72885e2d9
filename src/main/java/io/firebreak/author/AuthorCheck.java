package io.firebreak.author;

import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.util.Locale;

/**
 * What a person saw when they looked at an author. Only acceptable checks exist; see {@link #of}.
 *
 * @param handle what the author calls themselves there
 * @param place the network or page
 * @param orderNumber the order or ticket that belongs to them; null when none was found
 * @param notes null where there are none
 */
public record AuthorCheck(String handle, String place, String orderNumber, AuthorSignals signals, String notes) {

    private static final TextRule HANDLE = TextRule.line("handle", "The author's name", 200);
    private static final TextRule PLACE = TextRule.line("place", "Where the author writes", 200);
    private static final TextRule ORDER_NUMBER = TextRule.line("orderNumber", "The order or ticket number", 100);
    private static final TextRule NOTES =
            TextRule.text("notes", "The notes", 5_000).optional();

    /**
     * A checked check.
     *
     * @param orderMatched whether an order or ticket of theirs was found: then its number must be given
     * @throws Refusal that names everything that is wrong with it
     */
    public static AuthorCheck of(
            String handle,
            String place,
            boolean orderMatched,
            String orderNumber,
            AuthorSignals signals,
            String notes) {
        Problems problems = new Problems();
        AuthorCheck check = new AuthorCheck(
                problems.collect(() -> HANDLE.require(handle)),
                problems.collect(() -> PLACE.require(place)),
                problems.collect(() -> orderMatched ? ORDER_NUMBER.require(orderNumber) : null),
                signals,
                problems.collect(() -> NOTES.require(notes)));
        problems.refuseIfAny();
        return check;
    }

    /** Whether this is the author: the same name at the same place, whatever is written in capitals. */
    public boolean isBy(String otherHandle, String otherPlace) {
        return name(handle).equals(name(otherHandle)) && place.strip().equalsIgnoreCase(otherPlace.strip());
    }

    private static String name(String handle) {
        return handle.strip().replaceFirst("^@+", "").toLowerCase(Locale.ROOT);
    }

    /** Whether an order or ticket of theirs was found. */
    public boolean orderMatched() {
        return orderNumber != null;
    }
}
