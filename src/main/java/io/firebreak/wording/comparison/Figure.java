package io.firebreak.wording.comparison;

/** Something in a text that is either right or wrong: a quantity, a day or a time of it, a contact. */
sealed interface Figure permits Quantity, Day, Contact {

    /** Only figures of one sort are compared. */
    String sort();

    /** Whether both say the same, as far as both say it. */
    boolean agreesWith(Figure other);

    /** Whether a reader would look for it among the facts; "the second of two" is none. */
    boolean isTelling();
}
