package io.firebreak.wording;

/**
 * One word of a text, or what counts as one: a number, an address, a handle.
 *
 * @param word as rules compare it: without capitals, in composed letters, without invisible characters
 * @param from the first character in the text as it was handed in, in UTF-16 code units
 * @param to one behind the last
 */
record Token(String word, Kind kind, int from, int to) {

    /** What can stand for itself in a rule, whatever its letters are. */
    enum Kind {
        WORD,
        NUMBER,
        /** Digits in groups, too many for an amount or a day. */
        PHONE,
        MAIL,
        LINK,
        HANDLE
    }
}
