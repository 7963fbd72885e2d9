package io.firebreak.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said in one language, by what it is in English. */
final class Catalog {

    /** A value in a sentence may be a phrase of ours with a value in it, and that one again. */
    private static final int DEPTH = 3;

    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?…]) (?=\\p{Lu}|\\p{N}|[“\"])");

    private final Map<String, String> texts = new HashMap<>();
    private final List<SentencePattern> patterns;

    /**
     * @param translations by the English text
     * @throws IllegalArgumentException when a translation has other places for values than its original
     */
    Catalog(Map<String, String> translations) {
        patterns = translations.entrySet().stream()
                .filter(entry -> SentencePattern.hasPlaces(entry.getKey()))
                .map(entry -> new SentencePattern(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(SentencePattern::literals).reversed())
                .toList();
        translations.forEach((english, translation) -> {
            if (!SentencePattern.hasPlaces(english)) {
                texts.put(english, translation);
            }
        });
    }

    /** What was said in English in this language: as a whole, else sentence by sentence; what is unknown stays. */
    String say(String english) {
        return whole(english, DEPTH).orElseGet(() -> sentenceBySentence(english));
    }

    private String sentenceBySentence(String english) {
        return Stream.of(BETWEEN_SENTENCES.split(english))
                .map(sentence -> whole(sentence, DEPTH).orElse(sentence))
                .collect(Collectors.joining(" "));
    }

    private Optional<String> whole(String english, int depth) {
        String text = texts.get(english);
        if (text != null) {
            return Optional.of(text);
        }
        return depth == 0
                ? Optional.empty()
                : patterns.stream()
                        .map(pattern -> pattern.say(
                                english, value -> whole(value, depth - 1).orElse(value)))
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
