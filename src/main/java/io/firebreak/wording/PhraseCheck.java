package io.firebreak.wording;

import io.firebreak.wording.Sentence.Span;
import java.util.Set;

/** Looks for the words by which the rules of a language show. */
final class PhraseCheck {

    /** Their words mean something else than a fault. */
    private static final Set<String> NOT_FAULTS = Set.of(Rule.CHECKS, Rule.UNDATED_MEASURE, Rule.UNDATED_NEXT_WORD);

    private PhraseCheck() {}

    static void check(ReadText text, Vocabulary vocabulary, Found found) {
        vocabulary.signs().forEach((rule, signs) -> {
            if (!rule.startsWith(Rule.PART) && !NOT_FAULTS.contains(rule)) {
                signs.stream().filter(sign -> sign.counts(text.sentences())).forEach(sign -> text.sentences()
                        .forEach(sentence -> look(rule, sign, sentence, found)));
            }
        });
    }

    private static void look(String rule, Sign sign, Sentence sentence, Found found) {
        for (Span span : sign.allIn(sentence)) {
            if (!sentence.isQuoted(span)) {
                found.add(rule, sentence.place(span));
            }
        }
    }
}
