package io.firebreak.wording;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A text with its sentences, title first.
 *
 * @param wording as it was handed in
 * @param sentences those that hold a word
 */
record ReadText(Wording wording, List<Sentence> sentences) {

    /** A sentence of so few words, such as "Not true.", says nothing without the one before it. */
    private static final int AFTERTHOUGHT = 3;

    /** Without its region: rules are written for languages. */
    static String languageOf(Wording wording) {
        return Locale.forLanguageTag(wording.language()).getLanguage();
    }

    /**
     * @param vocabulary null where no rule knows the language
     */
    static ReadText of(Wording wording, Vocabulary vocabulary) {
        List<Sentence> sentences = new ArrayList<>();
        Map<String, BitSet> beginnings = new HashMap<>();
        Function<Token, BitSet> known = token -> beginnings.computeIfAbsent(
                token.word(), word -> vocabulary.index().beginningWith(token));
        Stream.of(Finding.Field.values())
                .filter(field -> textOf(wording, field) != null)
                .forEach(field -> read(
                        field,
                        textOf(wording, field),
                        languageOf(wording),
                        vocabulary == null ? null : known,
                        sentences));
        return new ReadText(wording, List.copyOf(sentences));
    }

    /** Null where the text has no such part. */
    String textOf(Finding.Field field) {
        return textOf(wording, field);
    }

    String wordsAt(Finding.Place place) {
        return textOf(place.field()).substring(place.from(), place.to());
    }

    private static String textOf(Wording wording, Finding.Field field) {
        return field == Finding.Field.TITLE ? wording.title() : wording.body();
    }

    private static void read(
            Finding.Field field,
            String text,
            String language,
            Function<Token, BitSet> known,
            List<Sentence> sentences) {
        Quotes quotes = Quotes.in(text);
        for (List<Token> own : sentencesOf(text, language)) {
            List<BitSet> beginnings =
                    known == null ? List.of() : own.stream().map(known).toList();
            sentences.add(new Sentence(field, text, List.copyOf(own), beginnings, union(beginnings), quotes));
        }
    }

    private static List<List<Token>> sentencesOf(String text, String language) {
        List<List<Token>> sentences = new ArrayList<>();
        List<Token> tokens = Tokens.of(text);
        int next = 0;
        for (int end : endsOfSentences(text, language)) {
            List<Token> own = new ArrayList<>();
            while (next < tokens.size() && tokens.get(next).from() < end) {
                own.add(tokens.get(next++));
            }
            if (isAfterthought(text, own, sentences)) {
                sentences.get(sentences.size() - 1).addAll(own);
            } else if (!own.isEmpty()) {
                sentences.add(own);
            }
        }
        return sentences;
    }

    /** In the same line, and behind a sentence that is none itself. */
    private static boolean isAfterthought(String text, List<Token> own, List<List<Token>> before) {
        if (own.isEmpty() || own.size() > AFTERTHOUGHT || before.isEmpty()) {
            return false;
        }
        List<Token> last = before.get(before.size() - 1);
        int behind = last.get(last.size() - 1).to();
        int line = text.indexOf('\n', behind);
        return last.size() > AFTERTHOUGHT && (line < 0 || line > own.get(0).from());
    }

    private static BitSet union(List<BitSet> sets) {
        BitSet union = new BitSet();
        sets.forEach(union::or);
        return union;
    }

    /** A line ends a sentence, too; an abbreviation that the language knows ends none. */
    private static List<Integer> endsOfSentences(String text, String language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(new ULocale(language + "@ss=standard"));
        breaks.setText(text);
        List<Integer> ends = new ArrayList<>();
        int line = text.indexOf('\n');
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            for (; line >= 0 && line < end; line = text.indexOf('\n', line + 1)) {
                ends.add(line);
            }
            ends.add(end);
        }
        return ends;
    }
}
