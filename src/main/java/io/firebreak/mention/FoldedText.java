package io.firebreak.mention;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which words are looked for: without the difference of upper and lower case, of wide and narrow letters, of
 * composed and decomposed accents, and without invisible characters, by which words are hidden from such a search.
 */
final class FoldedText {

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String folded;

    private FoldedText(String folded) {
        this.folded = folded;
    }

    static FoldedText of(String text) {
        return new FoldedText(
                BLANKS.matcher(FOLDING.normalize(text)).replaceAll(" ").strip());
    }

    /** Its words, in their order: letters, accents and digits. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(folded);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** Whether the other text stands in this one as a word or several, not as a part of a longer word. */
    boolean holds(FoldedText other) {
        if (other.folded.isEmpty()) {
            return false;
        }
        for (int at = folded.indexOf(other.folded); at >= 0; at = folded.indexOf(other.folded, at + 1)) {
            if (isBorder(at) && isBorder(at + other.folded.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether no word goes on over this place. Scripts without blanks between words have a border everywhere. */
    private boolean isBorder(int at) {
        if (at == 0 || at == folded.length()) {
            return true;
        }
        int before = folded.codePointBefore(at);
        int after = folded.codePointAt(at);
        return !isOfWord(before) || !isOfWord(after) || writtenWithoutBlanks(before) || writtenWithoutBlanks(after);
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character)
                || character == '_'
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    private static boolean writtenWithoutBlanks(int character) {
        return UCharacter.isUAlphabetic(character) && UScript.breaksBetweenLetters(UScript.getScript(character));
    }

    @Override
    public String toString() {
        return folded;
    }
}
