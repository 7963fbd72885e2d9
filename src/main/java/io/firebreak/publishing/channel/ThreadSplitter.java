package io.firebreak.publishing.channel;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Splits a text that is too long for one post into a thread. It cuts between paragraphs where that leaves no part half
 * empty, else between sentences, else between words, and only where a single word is too long inside of it; never
 * inside a web address, mention, hashtag or visible character. From two parts on each ends with " (2/5)". Nothing is
 * lost but blanks where it cuts. The same text gives the same parts.
 */
public final class ThreadSplitter {

    /** More parts than anybody reads; a longer text belongs behind a link. */
    public static final int MOST_PARTS = 99;

    /** A part ends at a better place if that leaves at least this share of it full. */
    private static final double FULL_ENOUGH = 0.5;

    private final Predicate<String> fits;

    /**
     * @param fits whether the channel takes this text as one post, as the channel counts; of a text that fits, every
     *     shorter beginning must fit too
     */
    public ThreadSplitter(Predicate<String> fits) {
        this.fits = fits;
    }

    /**
     * @param language BCP 47; where sentences and words end depends on it
     * @throws UnsplittableTextException when no cut makes it fit
     */
    public List<String> split(String text, String language) throws UnsplittableTextException {
        String whole = text.strip();
        if (fits.test(whole)) {
            return List.of(whole);
        }
        Cuts cuts = new Cuts(whole, ULocale.forLanguageTag(language));
        for (int digits = 1; digits <= Integer.toString(MOST_PARTS).length(); digits++) {
            List<String> parts = parts(cuts, digits);
            if (Integer.toString(parts.size()).length() <= digits) {
                return numbered(parts);
            }
        }
        throw new UnsplittableTextException("It would take more than %d posts.".formatted(MOST_PARTS));
    }

    private List<String> parts(Cuts cuts, int digits) throws UnsplittableTextException {
        String widest = suffix("9".repeat(digits), "9".repeat(digits));
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < cuts.text.length() && parts.size() <= MOST_PARTS) {
            int end = end(cuts, start, widest);
            parts.add(cuts.text.substring(start, end).strip());
            start = cuts.skipBlanks(end);
        }
        return parts;
    }

    private int end(Cuts cuts, int start, String suffix) throws UnsplittableTextException {
        int last = lastFitting(cuts, start, suffix);
        if (last == cuts.text.length()) {
            return last;
        }
        int fullEnough = start + (int) ((last - start) * FULL_ENOUGH);
        for (TreeSet<Integer> places : cuts.fromBestToWorst()) {
            Integer end = places.floor(last);
            if (end != null && end > fullEnough && fits(cuts, start, end, suffix)) {
                return end;
            }
        }
        return last;
    }

    /** The last place of all where a part that begins at {@code start} may end. */
    private int lastFitting(Cuts cuts, int start, String suffix) throws UnsplittableTextException {
        List<Integer> places = new ArrayList<>(cuts.anywhere.tailSet(start, false));
        int low = 0;
        int high = 1;
        // a part is short against a long text: look near its beginning first
        while (high <= places.size() && fits(cuts, start, places.get(high - 1), suffix)) {
            low = high;
            high *= 2;
        }
        high = Math.min(high - 1, places.size());
        while (low < high) {
            int middle = (low + high) / 2;
            if (fits(cuts, start, places.get(middle), suffix)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            throw new UnsplittableTextException(
                    "“%s” alone is too long.".formatted(cuts.text.substring(start, places.get(0))));
        }
        return places.get(low - 1);
    }

    private boolean fits(Cuts cuts, int start, int end, String suffix) {
        return fits.test(cuts.text.substring(start, end).strip() + suffix);
    }

    private static List<String> numbered(List<String> parts) {
        List<String> numbered = new ArrayList<>();
        for (String part : parts) {
            numbered.add(part + suffix(Integer.toString(numbered.size() + 1), Integer.toString(parts.size())));
        }
        return List.copyOf(numbered);
    }

    private static String suffix(String number, String count) {
        return " (" + number + "/" + count + ")";
    }

    /** A text can't be made to fit. The message is a sentence for its author. */
    public static final class UnsplittableTextException extends Exception {

        private static final long serialVersionUID = 1L;

        UnsplittableTextException(String sentence) {
            super(sentence);
        }
    }

    /** All places where a text may be cut, from the best kind to the worst. */
    private static final class Cuts {

        private final String text;
        private final TreeSet<Integer> anywhere = new TreeSet<>();
        private final TreeSet<Integer> paragraphs = new TreeSet<>();
        private final TreeSet<Integer> sentences;
        private final TreeSet<Integer> words;
        private final TreeSet<Integer> lines;

        Cuts(String text, ULocale language) {
            this.text = text;
            addAll(anywhere, Graphemes.iterator(text));
            TextSpans.of(text).forEach(span -> anywhere.subSet(span.start(), false, span.end(), false)
                    .clear());
            sentences = allowed(BreakIterator.getSentenceInstance(language));
            lines = allowed(BreakIterator.getLineInstance(language));
            words = new TreeSet<>(lines);
            words.removeIf(place -> place < text.length() && !Character.isWhitespace(text.charAt(place - 1)));
            for (int at = text.indexOf("\n\n"); at > 0; at = text.indexOf("\n\n", at + 1)) {
                paragraphs.add(at);
            }
            paragraphs.retainAll(anywhere);
        }

        List<TreeSet<Integer>> fromBestToWorst() {
            return List.of(paragraphs, sentences, words, lines);
        }

        int skipBlanks(int from) {
            int at = from;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private TreeSet<Integer> allowed(BreakIterator places) {
            places.setText(text);
            TreeSet<Integer> found = new TreeSet<>();
            addAll(found, places);
            found.retainAll(anywhere);
            return found;
        }

        private static void addAll(TreeSet<Integer> places, BreakIterator iterator) {
            for (int place = iterator.next(); place != BreakIterator.DONE; place = iterator.next()) {
                places.add(place);
            }
        }
    }
}
