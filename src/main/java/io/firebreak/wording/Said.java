package io.firebreak.wording;

import io.firebreak.wording.Finding.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a text says of that which rules look for. A text is searched once for each rule, however many ask. */
final class Said {

    private final ReadText text;
    private final Vocabulary vocabulary;
    private final Map<String, Optional<Place>> known = new HashMap<>();

    /**
     * @param vocabulary null where no rule knows the language; nothing is found then
     */
    Said(ReadText text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    boolean knowsLanguage() {
        return vocabulary != null;
    }

    boolean says(String rule) {
        return first(rule).isPresent();
    }

    /** Where the text says first what a rule looks for. */
    Optional<Place> first(String rule) {
        return known.computeIfAbsent(rule, this::search);
    }

    private Optional<Place> search(String rule) {
        if (vocabulary == null) {
            return Optional.empty();
        }
        List<Sign> signs = vocabulary.signsOf(rule).stream()
                .filter(sign -> sign.counts(text.sentences()))
                .toList();
        return text.sentences().stream()
                .map(sentence -> in(sentence, signs))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Place in(Sentence sentence, List<Sign> signs) {
        return signs.stream()
                .flatMap(sign -> sign.in(sentence).stream())
                .filter(span -> !sentence.isQuoted(span))
                .findFirst()
                .map(sentence::place)
                .orElse(null);
    }
}
