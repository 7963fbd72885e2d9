package io.firebreak.author;

import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;

/**
 * An order or ticket that a customer system knows. Only acceptable ones exist; see {@link #of}.
 *
 * @param number as the customer sees it
 * @param handle the account of the customer; null where nobody knows it
 * @param place the network of that account; null where there is none
 */
record CustomerRecord(String number, String handle, String place) {

    private static final TextRule NUMBER = TextRule.line("number", "The order or ticket number", 100);
    private static final TextRule HANDLE =
            TextRule.line("handle", "The customer's account", 200).optional();
    private static final TextRule PLACE =
            TextRule.line("place", "The network of the account", 200).optional();

    /** A shorter number, or one without a digit, is found in too many texts. */
    private static final int LEAST_LENGTH = 4;

    /**
     * A checked one.
     *
     * @throws Refusal that names everything that is wrong with it
     */
    static CustomerRecord of(String number, String handle, String place) {
        Problems problems = new Problems();
        CustomerRecord read = new CustomerRecord(
                problems.collect(() -> telling(NUMBER.require(number))),
                problems.collect(() -> HANDLE.require(handle)),
                problems.collect(() -> PLACE.require(place)));
        problems.refuseIfAny();
        if ((read.handle() == null) != (read.place() == null)) {
            throw Refusal.invalid("handle", "Please give both handle and place of the customer's account, or none.");
        }
        return read;
    }

    private static String telling(String number) {
        if (CustomerRecords.folded(number).length() < LEAST_LENGTH
                || number.chars().noneMatch(Character::isDigit)) {
            throw Refusal.invalid(
                    "number",
                    "The order or ticket number must have at least %d letters and digits, one of them a digit."
                            .formatted(LEAST_LENGTH));
        }
        return number;
    }
}
