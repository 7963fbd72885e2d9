package io.firebreak.wording.comparison;

/**
 * A figure at its place in a text.
 *
 * @param from the first character, counted from 0 in UTF-16 code units
 * @param to one behind the last
 * @param words as they stand there
 */
record Found(Figure figure, int from, int to, String words) {

    /** How many characters are between this and another place; 0 when they touch. */
    int distanceTo(int otherFrom, int otherTo) {
        return Math.max(0, Math.max(otherFrom - to, from - otherTo));
    }
}
