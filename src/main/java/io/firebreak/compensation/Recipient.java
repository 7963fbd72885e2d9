package io.firebreak.compensation;

import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;

/**
 * Who is to be compensated. Only acceptable ones exist; see {@link #of}.
 *
 * @param handle what they call themselves there
 * @param place the network or page, or how else they came to us
 * @param orderNumber of an order or ticket of theirs; null where none is known
 */
public record Recipient(String handle, String place, String orderNumber) {

    private static final TextRule HANDLE = TextRule.line("handle", "The person's name", 200);
    private static final TextRule PLACE = TextRule.line("place", "Where the person writes", 200);
    private static final TextRule ORDER_NUMBER =
            TextRule.line("orderNumber", "The order or ticket number", 100).optional();

    /**
     * A checked one.
     *
     * @throws Refusal that names everything that is wrong with it
     */
    public static Recipient of(String handle, String place, String orderNumber) {
        Problems problems = new Problems();
        Recipient recipient = new Recipient(
                problems.collect(() -> HANDLE.require(handle)),
                problems.collect(() -> PLACE.require(place)),
                problems.collect(() -> ORDER_NUMBER.require(orderNumber)));
        problems.refuseIfAny();
        return recipient;
    }
}
