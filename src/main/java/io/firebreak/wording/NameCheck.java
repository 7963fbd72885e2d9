package io.firebreak.wording;

import io.firebreak.wording.Sentence.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for names of private people. Certain are those that were given; a first name with another name behind it, a
 * title with a name, and a handle are guesses.
 */
final class NameCheck {

    /** A name of so many letters may have another ending in another case, as in Polish. */
    private static final int INFLECTED = 5;

    private static final int ENDING = 3;

    /** So many words before a comma may say in what role somebody is, who is named behind it. */
    private static final int APPOSITION = 6;

    private final ReadText text;
    private final Vocabulary vocabulary;
    private final Found found;
    private final List<Forbidden> forbidden;
    private final Set<String> allowed = new HashSet<>();

    /**
     * A name that must not stand in the text.
     *
     * @param handle the whole of it, as it stands behind an @
     */
    private record Forbidden(String handle, List<Token> words) {

        static Forbidden of(String name) {
            String handle = Tokens.normal(name.strip());
            return new Forbidden(handle.startsWith("@") ? handle.substring(1) : handle, Tokens.of(name));
        }

        /** A handle may be a word like any other, such as news; nobody is named by it then. */
        boolean isPlainWord() {
            return words.size() == 1 && handle.chars().allMatch(Character::isLetter);
        }
    }

    private NameCheck(ReadText text, Vocabulary vocabulary, Found found) {
        Wording wording = text.wording();
        this.text = text;
        this.vocabulary = vocabulary;
        this.found = found;
        this.forbidden = wording.mustNotBeNamed().stream()
                .map(Forbidden::of)
                .filter(name -> !name.words().isEmpty())
                .toList();
        wording.mayBeNamed().forEach(name -> Tokens.of(name).forEach(token -> allowed.add(bare(token))));
    }

    /**
     * @param vocabulary null where no rule knows the language
     */
    static void check(ReadText text, Vocabulary vocabulary, Found found) {
        NameCheck check = new NameCheck(text, vocabulary, found);
        for (Sentence sentence : text.sentences()) {
            int first = sentence == text.sentences().get(0) ? addressees(text, sentence) : 0;
            for (int at = first; at < sentence.tokens().size(); at++) {
                check.given(sentence, at);
            }
            for (int at = first; at < sentence.tokens().size(); at++) {
                check.guessed(sentence, at);
            }
        }
    }

    /** A reply may begin with the accounts that it answers: on some networks nobody is told of it otherwise. */
    private static int addressees(ReadText text, Sentence first) {
        if (text.wording().purpose() != Wording.Purpose.REPLY) {
            return 0;
        }
        return (int) first.tokens().stream()
                .takeWhile(token -> token.kind() == Token.Kind.HANDLE)
                .count();
    }

    private void given(Sentence sentence, int at) {
        Token token = sentence.tokens().get(at);
        for (Forbidden name : forbidden) {
            if (token.kind() == Token.Kind.HANDLE && bare(token).equals(name.handle())) {
                found.add(Rule.PERSON_NAMED, sentence.place(new Span(at, at + 1)));
            } else if (stands(name.words(), sentence.tokens(), at) && !(name.isPlainWord() && isPlain(sentence, at))) {
                found.add(
                        Rule.PERSON_NAMED,
                        sentence.place(new Span(at, at + name.words().size())));
            }
        }
    }

    /** Written small, or large as each first word is. */
    private static boolean isPlain(Sentence sentence, int at) {
        Token token = sentence.tokens().get(at);
        return at == 0 || !Character.isUpperCase(sentence.text().codePointAt(token.from()));
    }

    private static boolean stands(List<Token> name, List<Token> tokens, int at) {
        if (at + name.size() > tokens.size()) {
            return false;
        }
        for (int word = 0; word < name.size(); word++) {
            if (!alike(bare(name.get(word)), bare(tokens.get(at + word)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(String name, String word) {
        if (name.equals(word)) {
            return true;
        }
        String stem = name.substring(0, Math.max(0, name.length() - 2));
        return name.length() >= INFLECTED
                && name.chars().allMatch(Character::isLetter)
                && word.startsWith(stem)
                && word.length() <= name.length() + ENDING
                && word.length() >= name.length() - 1;
    }

    private static String bare(Token token) {
        return token.kind() == Token.Kind.HANDLE ? token.word().substring(1) : token.word();
    }

    private void guessed(Sentence sentence, int at) {
        Token token = sentence.tokens().get(at);
        if (token.kind() == Token.Kind.HANDLE) {
            guess(sentence, at, at + 1);
        } else if (vocabulary != null && isName(sentence, at + 1)) {
            boolean firstName =
                    isCapitalized(sentence, at) && vocabulary.has(Vocabulary.FIRST_NAMES, sentence.tokens(), at);
            boolean addressed = text.wording().purpose() == Wording.Purpose.REPLY;
            boolean titled = !addressed && vocabulary.has(Vocabulary.TITLES, sentence.tokens(), at);
            if ((firstName || titled || isInRole(sentence, at)) && !isPlace(sentence, at)) {
                guess(sentence, at, at + 2);
            }
        }
    }

    private void guess(Sentence sentence, int from, int to) {
        boolean known = sentence.tokens().subList(from, to).stream()
                .map(NameCheck::bare)
                .anyMatch(word -> allowed.stream().anyMatch(name -> alike(name, word)));
        if (!known) {
            found.guess(Rule.PERSON_NAMED, sentence.place(new Span(from, to)));
        }
    }

    /** As in "captain Ada Holt", "the driver of the night bus, Ada Holt" and "Ada Holt, who had the key". */
    private boolean isInRole(Sentence sentence, int at) {
        List<Token> tokens = sentence.tokens();
        if (!isCapitalized(sentence, at)) {
            return false;
        }
        if (at + 2 < tokens.size() && vocabulary.has(Vocabulary.BEHIND_PERSONS, tokens, at + 2)) {
            return true;
        }
        if (at == 0) {
            return false;
        }
        String between = sentence.text()
                .substring(tokens.get(at - 1).to(), tokens.get(at).from());
        boolean apposition = between.equals(", ") && !isSignature(sentence);
        int first = apposition ? Math.max(0, at - APPOSITION) : at - 1;
        return (apposition || between.isBlank())
                && IntStream.range(first, at).anyMatch(before -> vocabulary.has(Vocabulary.ROLES, tokens, before));
    }

    /** Below a text stand names and roles with no full stop behind; the last name is that of the house. */
    private static boolean isSignature(Sentence sentence) {
        int behind = sentence.tokens().get(sentence.tokens().size() - 1).to();
        return behind >= sentence.text().length() || sentence.text().charAt(behind) == '\n';
    }

    /** Streets and schools are called after people, too. */
    private boolean isPlace(Sentence sentence, int at) {
        return vocabulary.has(Vocabulary.BEFORE_PLACES, sentence.tokens(), at + 1)
                || at > 0 && vocabulary.has(Vocabulary.BEFORE_PLACES, sentence.tokens(), at - 1)
                || at > 1 && vocabulary.has(Vocabulary.BEFORE_PLACES, sentence.tokens(), at - 2);
    }

    /** A word with a capital, and nothing but a blank before; behind a title also the point of an abbreviation. */
    private boolean isName(Sentence sentence, int at) {
        return at > 0 && at < sentence.tokens().size() && isCapitalized(sentence, at) && close(sentence, at);
    }

    private static boolean isCapitalized(Sentence sentence, int at) {
        Token token = sentence.tokens().get(at);
        String word = sentence.text().substring(token.from(), token.to());
        return token.kind() == Token.Kind.WORD
                && word.length() > 1
                && Character.isUpperCase(word.codePointAt(0))
                && Character.isLowerCase(word.codePointBefore(word.length()));
    }

    private boolean close(Sentence sentence, int at) {
        List<Token> tokens = sentence.tokens();
        String between = sentence.text()
                .substring(tokens.get(at - 1).to(), tokens.get(at).from());
        return between.isBlank()
                || between.equals("-")
                || between.equals(". ") && vocabulary.has(Vocabulary.TITLES, tokens, at - 1);
    }
}
