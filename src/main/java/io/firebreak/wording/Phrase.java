package io.firebreak.wording;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that a rule looks for, put together from single words, gaps and alternatives. */
interface Phrase {

    /** How many words a phrase may take at most, gaps and all. */
    int LONGEST = 63;

    /**
     * Where the phrase may end that begins at a word of a sentence: bit <em>n</em> is set when it may take exactly
     * <em>n</em> words. All ends are followed at once, so that no text makes it slow.
     */
    long ends(List<Token> words, int at);

    /** Tells with what the phrase may begin; gives whether it may also take no word at all. */
    boolean begin(PhraseIndex.Beginnings beginnings);

    /** Any number of words up to a limit, whatever marks stand between them. */
    record Gap(int most) implements Phrase {

        @Override
        public long ends(List<Token> words, int at) {
            int reach = Math.min(most, words.size() - at);
            return reach >= LONGEST ? -1L : (1L << reach + 1) - 1;
        }

        @Override
        public boolean begin(PhraseIndex.Beginnings beginnings) {
            beginnings.anything();
            return true;
        }
    }

    /** Any number of words up to a limit, without a pause before, between or behind them. */
    record ShortGap(int most) implements Phrase {

        @Override
        public long ends(List<Token> words, int at) {
            long ends = 0;
            for (int taken = 0; taken <= most && at + taken <= words.size(); taken++) {
                if (at + taken < words.size() && words.get(at + taken).afterPause()) {
                    break;
                }
                ends |= 1L << taken;
            }
            return ends;
        }

        @Override
        public boolean begin(PhraseIndex.Beginnings beginnings) {
            beginnings.anything();
            return true;
        }
    }

    /** No word, but a pause: the beginning or the end of a sentence, or of a part of it. */
    record Pause() implements Phrase {

        @Override
        public long ends(List<Token> words, int at) {
            return at == 0 || at >= words.size() || words.get(at).afterPause() ? 1L : 0L;
        }

        @Override
        public boolean begin(PhraseIndex.Beginnings beginnings) {
            return true;
        }
    }

    /** No word, but a question mark behind the word before. */
    record Question() implements Phrase {

        @Override
        public long ends(List<Token> words, int at) {
            return at > 0 && at <= words.size() && words.get(at - 1).asked() ? 1L : 0L;
        }

        @Override
        public boolean begin(PhraseIndex.Beginnings beginnings) {
            return true;
        }
    }

    /** A word that is none of a group. */
    record NoneOf(Phrase group) implements Phrase {

        @Override
        public long ends(List<Token> words, int at) {
            boolean isWord = at < words.size() && words.get(at).kind() == Token.Kind.WORD;
            return isWord && (group.ends(words, at) & 2L) == 0 ? 2L : 0L;
        }

        @Override
        public boolean begin(PhraseIndex.Beginnings beginnings) {
            beginnings.anything();
            return false;
        }
    }

    /** A word, or with stars what it begins or ends with. */
    record Word(String letters, boolean begins, boolean ends) implements Phrase {

        @Override
        public long ends(List<Token> words, int at) {
            return at < words.size() && fits(words.get(at).word()) ? 2L : 0L;
        }

        @Override
        public boolean begin(PhraseIndex.Beginnings beginnings) {
            if (ends) {
                beginnings.anything();
            } else if (begins) {
                beginnings.stem(letters);
            } else {
                beginnings.word(letters);
            }
            return false;
        }

        private boolean fits(String word) {
            if (begins && ends) {
                return word.contains(letters);
            }
            if (begins) {
                return word.startsWith(letters);
            }
            return ends ? word.endsWith(letters) : word.equals(letters);
        }
    }

    /** Anything of a kind, such as a number. */
    record OfKind(Token.Kind kind) implements Phrase {

        @Override
        public long ends(List<Token> words, int at) {
            return at < words.size() && words.get(at).kind() == kind ? 2L : 0L;
        }

        @Override
        public boolean begin(PhraseIndex.Beginnings beginnings) {
            beginnings.kind(kind);
            return false;
        }
    }

    /** One of several; those that are plain words are looked up and not tried one by one. */
    final class OneOf implements Phrase {

        private final Set<String> words;
        private final List<Phrase> others;
        private final List<Phrase> choices;

        OneOf(List<Phrase> choices) {
            this.choices = List.copyOf(choices);
            words = choices.stream()
                    .filter(OneOf::isPlain)
                    .map(choice -> ((Word) choice).letters())
                    .collect(Collectors.toUnmodifiableSet());
            others = choices.stream().filter(choice -> !isPlain(choice)).toList();
        }

        private static boolean isPlain(Phrase choice) {
            return choice instanceof Word word && !word.begins() && !word.ends();
        }

        @Override
        public long ends(List<Token> tokens, int at) {
            long ends = at < tokens.size() && words.contains(tokens.get(at).word()) ? 2L : 0L;
            for (Phrase choice : others) {
                ends |= choice.ends(tokens, at);
            }
            return ends;
        }

        @Override
        public boolean begin(PhraseIndex.Beginnings beginnings) {
            boolean nothing = false;
            for (Phrase choice : choices) {
                nothing |= choice.begin(beginnings);
            }
            return nothing;
        }
    }

    /** It, or nothing. */
    record Optional(Phrase phrase) implements Phrase {

        @Override
        public long ends(List<Token> words, int at) {
            return 1L | phrase.ends(words, at);
        }

        @Override
        public boolean begin(PhraseIndex.Beginnings beginnings) {
            phrase.begin(beginnings);
            return true;
        }
    }

    /** One behind the other. */
    record Sequence(List<Phrase> parts) implements Phrase {

        @Override
        public long ends(List<Token> words, int at) {
            long reached = 1L;
            for (Phrase part : parts) {
                long next = 0;
                for (long left = reached; left != 0; left &= left - 1) {
                    int taken = Long.numberOfTrailingZeros(left);
                    next |= part.ends(words, at + taken) << taken;
                }
                if (next == 0) {
                    return 0;
                }
                reached = next;
            }
            return reached;
        }

        @Override
        public boolean begin(PhraseIndex.Beginnings beginnings) {
            for (Phrase part : parts) {
                if (!part.begin(beginnings)) {
                    return false;
                }
            }
            return true;
        }
    }
}
