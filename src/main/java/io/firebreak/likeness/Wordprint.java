package io.firebreak.likeness;

import com.ibm.icu.text.Normalizer2;
import io.firebreak.rule.LinkFinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.CosineSimilarity;

/**
 * What a text says, so that it can be compared with others: its words, without links, names of accounts, upper case and
 * punctuation, and how often each three letters follow each other in them. A changed name, number or ending changes few of
 * these; a sentence of one's own changes most. It works in each language that is written in letters.
 */
public final class Wordprint {

    private static final int LETTERS = 3;

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern LINK = Pattern.compile(LinkFinder.CANDIDATE, Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNT = Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}._@-]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final CosineSimilarity COSINE = new CosineSimilarity();

    private final List<String> words;
    private final Map<CharSequence, Integer> letters;

    private Wordprint(List<String> words) {
        this.words = List.copyOf(words);
        this.letters = lettersOf(words);
    }

    /** That of a text. */
    public static Wordprint of(String text) {
        String said = ACCOUNT.matcher(LINK.matcher(text).replaceAll(" ")).replaceAll(" ");
        Matcher matcher = WORD.matcher(FOLDING.normalize(said));
        List<String> words = new ArrayList<>();
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return new Wordprint(words);
    }

    private static Map<CharSequence, Integer> lettersOf(List<String> words) {
        String line = " " + String.join(" ", words) + " ";
        Map<CharSequence, Integer> counts = new HashMap<>();
        for (int at = 0; at + LETTERS <= line.length(); at++) {
            counts.merge(line.substring(at, at + LETTERS), 1, Integer::sum);
        }
        return counts;
    }

    /** The words, folded to small letters, in their order. */
    public List<String> words() {
        return words;
    }

    /**
     * How much it is like another one.
     *
     * @return from 0, nothing in common, to 1, the same words in the same order; 0 where one of them has no words
     */
    public double likeness(Wordprint other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        return words.equals(other.words) ? 1 : COSINE.cosineSimilarity(letters, other.letters);
    }

    /**
     * The longest row of words that both have, so that a person sees what is alike.
     *
     * @return empty where no word is in both
     */
    public List<String> longestCommonRow(Wordprint other) {
        int[] before = new int[other.words.size() + 1];
        int longest = 0;
        int end = 0;
        for (int at = 0; at < words.size(); at++) {
            int[] here = new int[before.length];
            for (int there = 0; there < other.words.size(); there++) {
                if (words.get(at).equals(other.words.get(there))) {
                    here[there + 1] = before[there] + 1;
                    if (here[there + 1] > longest) {
                        longest = here[there + 1];
                        end = at + 1;
                    }
                }
            }
            before = here;
        }
        return words.subList(end - longest, end);
    }
}
