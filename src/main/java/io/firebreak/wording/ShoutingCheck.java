package io.firebreak.wording;

import io.firebreak.wording.Finding.Place;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for words in capitals and for rows of exclamation marks. An acronym is no shouting. */
final class ShoutingCheck {

    private static final Pattern MARKS = Pattern.compile("[!¡]{2,}|[!?]{0,9}(?:!\\?|\\?!)[!?]{0,9}");

    /** So many in one short text, one by one, are as loud as a row. */
    private static final int MANY_MARKS = 3;

    /** Capitals of so many letters that follow each other are no acronyms. */
    private static final int LONG_WORD = 4;

    /** So many letters have no acronym but a handful. */
    private static final int VERY_LONG_WORD = 7;

    private final ReadText text;
    private final Vocabulary vocabulary;
    private final Found found;

    private ShoutingCheck(ReadText text, Vocabulary vocabulary, Found found) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.found = found;
    }

    /**
     * @param vocabulary null where no rule knows the language
     */
    static void check(ReadText text, Vocabulary vocabulary, Found found) {
        ShoutingCheck check = new ShoutingCheck(text, vocabulary, found);
        text.sentences().forEach(check::capitals);
        for (Finding.Field field : Finding.Field.values()) {
            if (text.textOf(field) != null) {
                check.marks(field, text.textOf(field));
            }
        }
    }

    private void capitals(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        int begin = 0;
        while (begin < tokens.size()) {
            int end = begin;
            while (end < tokens.size() && isLarge(sentence, tokens.get(end))) {
                end++;
            }
            if (end > begin && !isBlank(sentence, begin, end) && !isInscription(sentence, begin, end)) {
                capitals(sentence, begin, end);
            }
            begin = Math.max(end, begin + 1);
        }
    }

    private void capitals(Sentence sentence, int begin, int end) {
        long words = words(sentence, begin, end);
        Place place = sentence.place(new Sentence.Span(begin, end));
        if (words >= 2
                && end - begin > 2
                && 2 * (end - begin) > sentence.tokens().size()) {
            found.add(Rule.SHOUTING, place);
        } else if (words >= 2 || hasLoudWord(sentence, begin, end)) {
            found.guess(Rule.SHOUTING, place);
        }
    }

    /** In brackets stands what a template asks for, which is another rule's. */
    private static boolean isBlank(Sentence sentence, int begin, int end) {
        int before = sentence.tokens().get(begin).from() - 1;
        int behind = sentence.tokens().get(end - 1).to();
        return before >= 0 && "[{<".indexOf(sentence.text().charAt(before)) >= 0
                || behind < sentence.text().length()
                        && "]}>".indexOf(sentence.text().charAt(behind)) >= 0;
    }

    /** What stands in quotation marks, or on a sign, is as large as whoever wrote it there made it. */
    private boolean isInscription(Sentence sentence, int begin, int end) {
        return sentence.isQuoted(new Sentence.Span(begin, end))
                || vocabulary != null
                        && begin > 0
                        && vocabulary.has(Vocabulary.BEFORE_INSCRIPTIONS, sentence.tokens(), begin - 1);
    }

    /** Those that are too long for an acronym. */
    private static long words(Sentence sentence, int begin, int end) {
        return sentence.tokens().subList(begin, end).stream()
                .filter(token -> token.to() - token.from() >= LONG_WORD)
                .count();
    }

    private boolean hasLoudWord(Sentence sentence, int begin, int end) {
        for (int at = begin; vocabulary != null && at < end; at++) {
            if (vocabulary.has(Vocabulary.LOUD_WORDS, sentence.tokens(), at)) {
                return true;
            }
        }
        return words(sentence, begin, end) > 0
                && sentence.tokens().subList(begin, end).stream()
                        .anyMatch(token -> token.to() - token.from() >= VERY_LONG_WORD);
    }

    /** Of two letters or more, all of them capitals. */
    private static boolean isLarge(Sentence sentence, Token token) {
        String word = sentence.text().substring(token.from(), token.to());
        return token.kind() == Token.Kind.WORD
                && word.codePoints().filter(Character::isUpperCase).count() >= 2
                && word.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
    }

    private void marks(Finding.Field field, String written) {
        var marks = MARKS.matcher(written);
        boolean row = false;
        while (marks.find()) {
            row = true;
            found.guess(Rule.SHOUTING, new Place(field, marks.start(), marks.end()));
        }
        if (!row && written.chars().filter(letter -> letter == '!').count() >= MANY_MARKS) {
            int first = written.indexOf('!');
            found.guess(Rule.SHOUTING, new Place(field, first, first + 1));
        }
    }
}
