package io.firebreak.wording.comparison;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.firebreak.wording.comparison.FoldedWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sentence of a text, with its words. */
record Sentence(int from, int to, List<Word> words) {

    private static final int SHORTEST_WORD = 3;

    /** Where something stands in the text. */
    record Span(int from, int to) {}

    static List<Sentence> of(String text, String language) {
        BreakIterator borders = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language));
        borders.setText(text);
        List<Word> words = FoldedWords.of(text);
        List<Sentence> sentences = new ArrayList<>();
        int next = 0;
        int from = borders.first();
        for (int to = borders.next(); to != BreakIterator.DONE; from = to, to = borders.next()) {
            int first = next;
            while (next < words.size() && words.get(next).from() < to) {
                next++;
            }
            sentences.add(new Sentence(from, to, words.subList(first, next)));
        }
        return sentences;
    }

    boolean holds(Found found) {
        return from <= found.from() && found.from() < to;
    }

    /** Where all telling words of a label stand, in whatever order and with whatever endings. */
    Optional<Span> placeOf(String label) {
        List<String> sought = FoldedWords.of(label).stream().map(Word::folded).toList();
        List<String> telling =
                sought.stream().filter(word -> word.length() >= SHORTEST_WORD).toList();
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (String word : telling.isEmpty() ? sought : telling) {
            Optional<Word> found =
                    words.stream().filter(each -> each.hasTheStemOf(word)).findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            first = Math.min(first, found.get().from());
            last = Math.max(last, found.get().to());
        }
        return last < 0 ? Optional.empty() : Optional.of(new Span(first, last));
    }
}
