package io.firebreak.wording;

import io.firebreak.wording.Token.Kind;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Knows which phrases of a language may begin with a word, so that the others are not tried there. */
final class PhraseIndex {

    /**
     * A phrase that is looked for.
     *
     * @param number under which the index knows it
     */
    record Search(int number, Phrase phrase) {}

    private final Map<String, BitSet> words = new HashMap<>();
    private final Map<String, BitSet> stems = new HashMap<>();
    private final Map<Kind, BitSet> kinds = new EnumMap<>(Kind.class);
    private final BitSet anywhere = new BitSet();
    private int longestStem;
    private int phrases;

    Search add(Phrase phrase) {
        int number = phrases++;
        phrase.begin(new Beginnings(number));
        return new Search(number, phrase);
    }

    /** The numbers of the phrases that may begin with this word. */
    BitSet beginningWith(Token token) {
        BitSet found = (BitSet) anywhere.clone();
        add(found, words.get(token.word()));
        add(found, kinds.get(token.kind()));
        for (int length = 1; length <= Math.min(longestStem, token.word().length()); length++) {
            add(found, stems.get(token.word().substring(0, length)));
        }
        return found;
    }

    private static void add(BitSet found, BitSet more) {
        if (more != null) {
            found.or(more);
        }
    }

    /** Takes in with what one phrase may begin. */
    final class Beginnings {

        private final int number;

        private Beginnings(int number) {
            this.number = number;
        }

        void word(String letters) {
            words.computeIfAbsent(letters, key -> new BitSet()).set(number);
        }

        void stem(String letters) {
            longestStem = Math.max(longestStem, letters.length());
            stems.computeIfAbsent(letters, key -> new BitSet()).set(number);
        }

        void kind(Kind kind) {
            kinds.computeIfAbsent(kind, key -> new BitSet()).set(number);
        }

        void anything() {
            anywhere.set(number);
        }
    }
}
