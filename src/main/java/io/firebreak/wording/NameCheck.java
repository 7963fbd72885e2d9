package io.firebreak.wording;

import io.firebreak.wording.Sentence.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for names of private people. Certain are those that were given; a first name with another name behind it, a
 * title with a name, and a handle are guesses.
 */
final class NameCheck {

    /** A name of so many letters may have another ending in another case, as in Polish. */
    private static final int INFLECTED = 5;

    private static final int ENDING = 3;

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
            for (int at = 0; at < sentence.tokens().size(); at++) {
                check.given(sentence, at);
            }
            for (int at = 0; at < sentence.tokens().size(); at++) {
                check.guessed(sentence, at);
            }
        }
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
            if ((firstName || titled) && !isPlace(sentence, at)) {
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

    /** Streets and schools are called after people, too. */
    private boolean isPlace(Sentence sentence, int at) {
        return at > 0 && vocabulary.has(Vocabulary.BEFORE_PLACES, sentence.tokens(), at - 1)
                || at > 1 && vocabulary.has(Vocabulary.BEFORE_PLACES, sentence.tokens(), at - 2);
    }

    /** A word with a capital, and nothing but a blank before. */
    private static boolean isName(Sentence sentence, int at) {
        return at > 0
                && at < sentence.tokens().size()
                && isCapitalized(sentence, at)
                && close(
                        sentence,
                        sentence.tokens().get(at - 1),
                        sentence.tokens().get(at));
    }

    private static boolean isCapitalized(Sentence sentence, int at) {
        Token token = sentence.tokens().get(at);
        String word = sentence.text().substring(token.from(), token.to());
        return token.kind() == Token.Kind.WORD
                && word.length() > 1
                && Character.isUpperCase(word.codePointAt(0))
                && Character.isLowerCase(word.codePointBefore(word.length()));
    }

    private static boolean close(Sentence sentence, Token before, Token token) {
        String between = sentence.text().substring(before.to(), token.from());
        return between.isBlank() || between.equals(". ") || between.equals("-");
    }
}
