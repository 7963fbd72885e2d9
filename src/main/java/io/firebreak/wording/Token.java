package io.firebreak.wording;

/**
 * One word of a text, or what counts as one: a number, an address, a handle.
 *
 * @param word as rules compare it: without capitals, in composed letters, without invisible characters
 * @param from the first character in the text as it was handed in, in UTF-16 code units
 * @param to one behind the last
 * @param afterPause whether it begins a sentence, or a part of one behind a comma, a colon, a dash, a bracket
 * @param asked whether a question mark follows it
 */
record Token(String word, Kind kind, int from, int to, boolean afterPause, boolean asked) {

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

    /** One about which nobody knows yet what stands beside it; {@link Pauses} does. */
    Token(String word, Kind kind, int from, int to) {
        this(word, kind, from, to, false, false);
    }
}
