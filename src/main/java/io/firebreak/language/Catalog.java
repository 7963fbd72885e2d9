package io.firebreak.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is said in one language, by what it is in English. */
final class Catalog {

    /** A value in a sentence may be a phrase of ours with a value in it, and that one again. */
    private static final int DEPTH = 3;

    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?…]) (?=\\p{Lu}|\\p{N}|[“\"])");

    private final Map<String, String> texts = new HashMap<>();
    private final List<SentencePattern> patterns;
    private final PeopleNames names;
    private final TranslatedListing listing;

    /** Without anybody's name. */
    Catalog(StaffLanguage language, Map<String, String> translations) {
        this(language, translations, PeopleNames.NONE);
    }

    /**
     * @param translations by the English text
     * @param names of people whose user ids stand in sentences
     * @throws IllegalArgumentException when a translation has other places for values than its original
     */
    Catalog(StaffLanguage language, Map<String, String> translations, PeopleNames names) {
        this.names = names;
        listing = new TranslatedListing(ofRows(language), text -> texts.getOrDefault(text, text));
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

    /** Rows in English stay as they are: American ones had a comma before the last. */
    private static Locale ofRows(StaffLanguage language) {
        return language == StaffLanguage.ENGLISH ? Locale.UK : language.locale();
    }

    /**
     * What was said in English in this language; what is unknown stays. Several sentences are taken one by one where each
     * of them is known: a sentence that begins with a value would take all before its end for that value.
     */
    String say(String english) {
        List<String> sentences = List.of(BETWEEN_SENTENCES.split(english));
        List<Optional<String>> said =
                sentences.stream().map(sentence -> whole(sentence, DEPTH)).toList();
        if (said.stream().allMatch(Optional::isPresent)) {
            return said.stream().flatMap(Optional::stream).collect(Collectors.joining(" "));
        }
        return whole(english, DEPTH).orElseGet(() -> joined(sentences, said));
    }

    private static String joined(List<String> sentences, List<Optional<String>> said) {
        return IntStream.range(0, sentences.size())
                .mapToObj(index -> said.get(index).orElse(sentences.get(index)))
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
                        .map(pattern -> pattern.say(english, (value, isQuoted) -> value(value, isQuoted, depth - 1)))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** What stands in quotation marks is a name as a whole, or somebody's words: neither a person nor a row of several. */
    private String value(String english, boolean isQuoted, int depth) {
        return (isQuoted ? whole(english, depth) : personOrRow(english, depth)).orElse(english);
    }

    private Optional<String> personOrRow(String english, int depth) {
        return personOrPhrase(english, depth).or(() -> listing.say(english, item -> personOrPhrase(item, depth)));
    }

    private Optional<String> personOrPhrase(String english, int depth) {
        return names.nameOf(english).or(() -> whole(english, depth));
    }
}
