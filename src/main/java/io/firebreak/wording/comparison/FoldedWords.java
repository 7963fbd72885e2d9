package io.firebreak.wording.comparison;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text, in which the difference of small and capital letters and of accents is taken away. */
final class FoldedWords {

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private FoldedWords() {}

    /** A word at its place in the text as it was given. */
    record Word(String folded, int from, int to) {

        boolean hasTheStemOf(String other) {
            int stem = other.length() <= 4 ? other.length() : Math.max(4, other.length() - 2);
            return folded.length() <= other.length() + 4 && folded.startsWith(other.substring(0, stem));
        }
    }

    static String fold(String text) {
        String apart = APART.normalize(FOLDING.normalize(text));
        return MARKS.matcher(apart).replaceAll("").replace('ł', 'l');
    }

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(fold(matcher.group()), matcher.start(), matcher.end()));
        }
        return words;
    }
}
