package io.firebreak.wording.comparison;

import java.util.Map;

/**
 * One line of a fact sheet.
 *
 * @param label what it is about, in words, as "affected customers"; of a promise, what is promised
 * @param value a number with its unit ({@code 1250}, {@code 12.50 EUR}, {@code 3 %}), a day or a moment of the house's
 *     clocks ({@code 2026-12-03}, {@code 2026-12-03T18:00}; of a promise, until when), a name, or a mail address, a web
 *     address or a telephone number
 * @param called in other languages, by their BCP 47 tags: of a name the name itself, of all else the label
 */
public record Fact(Kind kind, String label, String value, Map<String, String> called) {

    /** What a fact is; each is found and compared in a way of its own. */
    public enum Kind {
        NUMBER,
        DATE,
        NAME,
        PROMISE,
        CONTACT
    }

    public Fact {
        called = Map.copyOf(called);
    }
}
