package io.firebreak.wording;

import io.firebreak.wording.Finding.Place;
import java.util.BitSet;
import java.util.List;

/**
 * One sentence of a text.
 *
 * @param field the part of the text in which it stands
 * @param text that whole part, as it was handed in
 * @param tokens its words, in their order
 * @param beginnings for each word the numbers of the phrases that may begin with it; empty where no rule knows the language
 * @param phrases the numbers of all phrases that may begin somewhere in it
 * @param quotes what stands in quotation marks in that part
 */
record Sentence(
        Finding.Field field, String text, List<Token> tokens, List<BitSet> beginnings, BitSet phrases, Quotes quotes) {

    /** The place of some of its words. */
    Place place(Span span) {
        return new Place(
                field, tokens.get(span.from()).from(), tokens.get(span.to() - 1).to());
    }

    boolean isQuoted(Span span) {
        Place place = place(span);
        return quotes.hold(place.from(), place.to());
    }

    /**
     * Some words of a sentence.
     *
     * @param from the first, counted from 0
     * @param to one behind the last
     */
    record Span(int from, int to) {}
}
