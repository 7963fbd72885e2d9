package io.firebreak.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Says in a language of staff what is written in English. Sentences of the ledger and of refusals are recognised by the
 * format they were made with, so that what was written years ago is translated as well.
 */
@Component
public class StaffWords {

    private final PeopleNames names;
    private final Map<StaffLanguage, Map<String, String>> sentences = new EnumMap<>(StaffLanguage.class);
    private volatile Map<StaffLanguage, Catalog> catalogs;

    StaffWords(PeopleNames names) {
        this.names = names;
        StaffLanguage.translated().forEach(language -> sentences.put(language, sentencesIn(language)));
        sentences.put(StaffLanguage.ENGLISH, inEnglish(sentences));
        useForProcesses(Map.of());
    }

    /** English is the key in each of the others; its own file holds what people read otherwise than it is kept. */
    private static Map<String, String> inEnglish(Map<StaffLanguage, Map<String, String>> others) {
        Map<String, String> english = others.values().stream()
                .flatMap(translations -> translations.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(text -> text, text -> text));
        english.putAll(sentencesIn(StaffLanguage.ENGLISH));
        return english;
    }

    /** From now on these are the translations of what stands in diagrams, tables and forms. */
    public void useForProcesses(Map<StaffLanguage, Map<String, String>> translations) {
        Map<StaffLanguage, Catalog> made = new EnumMap<>(StaffLanguage.class);
        sentences.forEach((language, own) -> {
            Map<String, String> all = new HashMap<>(own);
            all.putAll(translations.getOrDefault(language, Map.of()));
            made.put(language, new Catalog(language, all, names));
        });
        catalogs = made;
    }

    /**
     * A text of ours in a language; what has no translation stays as it is. People whose user ids are values of a sentence
     * are called by their names.
     *
     * @param english may be null
     */
    public String in(StaffLanguage language, String english) {
        return english == null ? null : catalogs.get(language).say(english);
    }

    /** A person as colleagues call them: by name, where the user id has one. */
    public String person(String userId) {
        return names.nameOf(userId).orElse(userId);
    }

    /** A text of ours in the language of whoever looks at the present answer; see {@link #in}. As it is where nobody does. */
    public String forViewer(String english) {
        return ViewersLanguage.hasViewer() ? in(ViewersLanguage.current(), english) : english;
    }

    private static Map<String, String> sentencesIn(StaffLanguage language) {
        String file = "/sentences/%s.json".formatted(language.code());
        try (InputStream content = StaffWords.class.getResourceAsStream(file)) {
            return TranslationFile.read(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The translations can't be read from " + file, unreadable);
        }
    }
}
